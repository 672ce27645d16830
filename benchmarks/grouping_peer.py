"""Reports grouped by TF-IDF and average linkage: `PYTHON benchmarks/grouping_peer.py FOLDER`.

Runs in the Python that has scikit-learn. It is told how many groups there are, that is
how many folders, which nobody knows of news: so it does better here than elsewhere.
Printed are the groups.
"""

import json
import sys
from pathlib import Path


def main() -> None:
    """Group the texts of all folders."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    paths = sorted(Path(sys.argv[1]).glob("*/*.json"))
    pages = [json.loads(path.read_text("utf-8")) for path in paths]
    texts = [f"{page['title'] or ''}\n{page['text']}" for page in pages]
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    folders = len({path.parent for path in paths})
    grouping = AgglomerativeClustering(n_clusters=folders, metric="cosine", linkage="average")
    groups: dict[int, list[str]] = {}
    for path, label in zip(paths, grouping.fit_predict(vectors.toarray()), strict=True):
        groups.setdefault(int(label), []).append(path.stem)
    print(json.dumps([*groups.values()]))


if __name__ == "__main__":
    main()
