"""What the ledger of these tests holds: towns, people and outlets are invented."""

HOSTILE = """<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{7*7}}"""
PAY = """Title: Harbour pay
Outlet: The Harbour Ledger
Published: 2024-11-01
URL: https://example.org/pay

The mayor, Tom Brandt, said on Thursday: "We will not pay more than 8,000 dollars in Rotterdam."
Rain fell.

"If they strike, we would have to close the harbour in the coming days," Brandt warned.

Union leader Ilse Varga denied that some 4,200 dockers wanted a strike.
"""
OTHER = """Title: No money for dockers
Outlet: Tarnwick Post
Published: 2024-11-02

Brandt told reporters that the dockers would get nothing.
"""
ODD = f"""Title: {HOSTILE}
Outlet: <b>Odd</b>
Published: 2024-11-03
URL: javascript:alert(3)

Mayor Tom Brandt said: "{HOSTILE} We saw 12 ships."
"""
RECORD = "MAYOR: We will not pay 8,000 dollars. We have said so before.\n"
