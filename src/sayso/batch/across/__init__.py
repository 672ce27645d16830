"""Reports of batches laid beside one another: stories, utterances and origins, in tasks."""

from sayso.batch.across.means import Means
from sayso.batch.across.run import relate_batch

__all__ = ["Means", "relate_batch"]
