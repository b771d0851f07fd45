"""Have every process render its pages anew."""

from django.core.management.base import BaseCommand

from resume.models import Generation


class Command(BaseCommand):
    help = (
        "Have every web process render its pages anew within a second. Needed only after changing "
        "rows with SQL of your own: every other way of saving does it by itself."
    )

    def handle(self, **options):
        Generation.objects.move()
        self.stdout.write("Every page is rendered anew from now on.")
