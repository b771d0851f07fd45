"""Print the facts that the owner should look at, a line each."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resume.management.terminal import TerminalCommand, visible
from resume.review import review


class Command(TerminalCommand):
    help = (
        "Print the facts to look at, a line each: the kind, where it stands, what was found. "
        "Nothing is changed. With --verbosity 2 each line is followed by how it is settled and "
        "its id."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--settled", action="store_true", help="print those that were settled instead"
        )

    def handle(self, *, settled, verbosity, **options):
        waiting, done = review(timezone.localdate())
        for finding in done if settled else waiting:
            self.stdout.write(self.line(finding))
            if verbosity > 1:
                self.stdout.write(f"    {visible(finding.kind.how)}")
                self.stdout.write(f"    {visible(finding.id)}")
        if verbosity > 0:
            # Beside the lines, so that a pipe gets the lines alone.
            self.stderr.write(self.total(len(waiting), len(done)), lambda text: text)

    def line(self, finding):
        """Return the line of a finding: what a terminal would obey in it is made visible."""
        place = {
            "model": finding.record._meta.verbose_name,
            "name": visible(finding.record) or finding.record.slug,
            "field": visible(finding.where),
        }
        words = _("%(model)s “%(name)s”, %(field)s") if finding.where else _("%(model)s “%(name)s”")
        where = self.style.MIGRATE_HEADING(words % place)
        return f"{self.style.WARNING(finding.kind.code)}  {where}: {visible(finding)}"

    def total(self, waiting, done):
        """Return how many facts wait and how many are settled."""
        to_do = ngettext("%(count)d fact to look at.", "%(count)d facts to look at.", waiting)
        settled = _("%(count)d settled.")
        return f"{to_do % {'count': waiting}} {settled % {'count': done}}"
