"""Education, certifications and awards, on one page."""

from django.shortcuts import render

from resume.models import Award, Certification, Education
from resume.models.sections import in_resume_order


def credentials(request):
    """List what others certify, in the order of the résumé."""
    context = {
        "educations": in_resume_order(Education.objects.for_list()),
        "certifications": in_resume_order(Certification.objects.for_list()),
        "awards": in_resume_order(Award.objects.for_list()),
    }
    return render(request, "credentials/list.html", context)
