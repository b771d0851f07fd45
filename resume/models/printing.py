"""How a record prints: its period, and its place among the lines of the résumé."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Length, Substr
from django.utils.translation import gettext_lazy as _

from resume.document.dates import CURRENT, PartialDate, Period
from resume.document.written import follow

from .fields import LineField, PartialDateField, PeriodEndField

# What stands in no section comes first: left alone, SQLite puts NULL first and PostgreSQL last.
LINE_ORDER = [models.F("section__order").asc(nulls_first=True), "order", "place", "pk"]


class Dated(models.Model):
    """From a start to an end, each as precise as it is known."""

    start = PartialDateField(
        _("start"), help_text=_("2019, 2023/06 or 2023-06-15. Leave empty what is not known.")
    )
    end = PeriodEndField(
        _("end"), help_text=_("A date, “current” while it goes on, or empty when not known.")
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_ends_after_start",
                condition=models.Q(start="")
                | models.Q(end__in=["", CURRENT])
                | models.Q(end__gte=Substr("start", 1, Length("end"))),
                violation_error_message=_("The period ends before it starts."),
            )
        ]

    @property
    def period(self):
        """The Period of `start` and `end`."""
        return Period.parse(self.start, self.end)

    def clean(self):
        super().clean()
        if not self.start or self.end in ("", CURRENT):
            return
        try:
            start, end = PartialDate.parse(self.start), PartialDate.parse(self.end)
        except ValueError:
            return  # The field that is no date says so.
        if end.is_before(start):
            raise ValidationError({"end": _("The period ends before it starts.")})


class Numbered(models.Model):
    """A record that stands on a numbered line beside others."""

    # The relations that say beside which others.
    numbered_within = ("section",)

    class Meta:
        abstract = True

    def next_line(self):
        """Return the number after the last one beside the record: a line of its own."""
        owners = {name: getattr(self, name) for name in self.numbered_within}
        if any(owner is not None and owner.pk is None for owner in owners.values()):
            return 1
        if owners.get("section"):
            return owners["section"].next_line_inside()
        return last_line(type(self)._default_manager.filter(**owners)) + 1


def last_line(*querysets):
    """Return the highest line number in any of the `querysets`, 0 without one."""
    numbers = [queryset.aggregate(last=models.Max("order"))["last"] for queryset in querysets]
    return max(number or 0 for number in numbers)


class Listed(Numbered):
    """A record that prints as (a part of) a line of the résumé.

    Children of one section share one numbering: those with the same line number print on one
    line, in the order of their places.
    """

    section = models.ForeignKey(
        "Section",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("section"),
        help_text=_("Where the résumé lists it. Empty: on the site, not in the résumé."),
    )
    order = models.PositiveIntegerField(
        _("line"),
        default=0,
        help_text=_("Items with the same line number print on one line."),
    )
    place = models.PositiveSmallIntegerField(
        _("place in the line"), default=0, help_text=_("First, second … on its line.")
    )
    lead = LineField(
        _("lead"), max_length=100, blank=True, help_text=_("Words before the item on its line.")
    )
    written = LineField(
        _("line as written"),
        max_length=500,
        blank=True,
        help_text=_(
            "Only where the line differs from what its fields give. It holds every field's text."
        ),
    )

    # What a file said about the record that no field holds; given back by an export.
    extras = models.JSONField(default=dict, blank=True, editable=False)

    # The fields whose text the line must hold, and those that it may tell.
    line_fields = ()
    told_fields = ()

    # The record as it is stored, where a form is about to change it.
    stored = None

    class Meta:
        abstract = True

    def resume_line(self, sections):
        """Return what sorts the record as the résumé prints it.

        `sections` is what `Section.objects.lines()` returns. What is not listed comes last.
        """
        line = sections.get(self.section_id)
        return (line is None, *(line or ()), self.order, self.place, self.pk)

    def told(self):
        """Return {field name: text} of all that the line may tell."""
        names = (*self.line_fields, *self.told_fields)
        return {name: str(getattr(self, name) or "") for name in names}

    def clean(self):
        super().clean()
        if self.stored and self.stored.written == self.written:
            self.written = follow(self.written, self.stored.told(), self.told())
        if not self.written:
            return
        for name in self.line_fields:
            text = getattr(self, name)
            if text and text not in self.written:
                raise ValidationError(
                    {
                        "written": ValidationError(
                            _("The line as written does not hold “%(text)s”."),
                            code="written",
                            params={"text": text},
                        )
                    }
                )
