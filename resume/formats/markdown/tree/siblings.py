"""What the headings of employers tell of those beside them."""

from functools import cached_property
from itertools import product

from resume.document.dates import Period
from resume.document.spans import share_time

from ..text.headings import read_heading
from .outline import Node
from .signs import EMPLOYER, PROJECT, Signs

MAX_EMPLOYERS = 50  # beside a heading that is compared with them


class Siblings:
    """The headings under one, compared with each other once and only where somebody asks."""

    def __init__(self, parent: Node, signs: Signs) -> None:
        self.parent = parent
        self.signs = signs

    @cached_property
    def employers(self) -> list[Node]:
        """Those that are employers' by themselves."""
        return [each for each in self.parent.children if self.signs.of(each) == EMPLOYER]

    @cached_property
    def hold_projects(self) -> bool:
        """True where one that sounds like a project was during the stay of one beside it."""
        works = (each for each in self.parent.children if self.signs.of(each) == PROJECT)
        dated = filter(None, (read_heading(each.title).period for each in works))
        stays = map(self.signs.period, self.employers[:MAX_EMPLOYERS])
        return any(share_time(*pair) for pair in product(dated, stays))

    @cached_property
    def stays_told_below(self) -> list[Period]:
        """The stays of employers, where what stands below one of them says when; else none."""
        undated = [each for each in self.employers if not read_heading(each.title).period]
        told = len(self.employers) <= MAX_EMPLOYERS and any(map(self.signs.period, undated))
        return list(map(self.signs.period, self.employers)) if told else []
