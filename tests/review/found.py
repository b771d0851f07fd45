"""What the review finds on the day that the tests are about."""

from datetime import date

from resume.review import findings

TODAY = date(2026, 11, 26)


def found(*kinds, today=TODAY):
    """Return [(kind, name of the record, what it says)], of some kinds or of all."""
    return [
        (finding.kind.code, str(finding.record), str(finding))
        for finding in findings(today)
        if not kinds or finding.kind.code in kinds
    ]


def said(*kinds, today=TODAY):
    """Return what the findings of some kinds say."""
    return [words for _kind, _record, words in found(*kinds, today=today)]
