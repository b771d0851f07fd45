"""The accent colour in its form: chosen by the browser's own picker, shown as it will be used."""

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from resume.colours import DARK_PAPERS, LIGHT_PAPERS, STANDARD, accents, contrast


class ColourWidget(forms.TextInput):
    """A picker of one colour. It cannot be empty, so the standard accent stands for no choice."""

    input_type = "color"
    template_name = "admin/colour.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value or STANDARD, attrs)
        context["widget"]["is_chosen"] = bool(value)
        return context

    def value_from_datadict(self, data, files, name):
        colour = super().value_from_datadict(data, files, name)
        back_to_standard = f"{name}-clear" in data or (colour or "").lower() == STANDARD
        return "" if back_to_standard else colour


def preview(colour):
    """Return a drawing of the accents that are made of `colour`, with the contrast they keep."""
    light, dark = accents(colour or STANDARD)
    rows = (
        (_("On light paper"), light, LIGHT_PAPERS),
        (_("On dark paper"), dark, DARK_PAPERS),
    )
    schemes = [
        {
            "name": name,
            "accent": accent,
            "paper": papers[0],
            "raised": papers[1],
            "contrast": min(contrast(accent, paper) for paper in papers),
        }
        for name, accent, papers in rows
    ]
    return render_to_string("admin/accents.html", {"schemes": schemes})
