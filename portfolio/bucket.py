"""Media in an S3-compatible bucket, for a site on several machines; visitors never see the bucket.

Objects stay private: a page names a picture's address on this site, and the media view answers.
"""

import os
from contextlib import contextmanager
from urllib.parse import urljoin

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.core.files.utils import validate_file_name
from django.utils.encoding import filepath_to_uri

# https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
LONGEST_KEY = 1024
# A worker that waits for the store serves nobody meanwhile.
PATIENCE = {
    "connect_timeout": 2,
    "read_timeout": 5,
    "retries": {"mode": "standard", "total_max_attempts": 2},
    # What AWS added to every upload in 2025; stores that only speak like it refuse that.
    "request_checksum_calculation": "when_required",
    "response_checksum_validation": "when_required",
}


class UnavailableError(ConnectionError):
    """The bucket did not answer, or refused: nothing is known about the object."""


class Bucket(Storage):
    """The objects of one bucket, by django-storages, which is an optional package.

    A missing object raises FileNotFoundError, a name that no object can have
    SuspiciousFileOperation, as with files; whatever else the store says, UnavailableError.
    """

    def __init__(self, name, endpoint=""):
        self.name = name
        self.endpoint = endpoint
        self._objects = None
        self._process = None

    @property
    def objects(self):
        """The storage behind, made when it is first asked: pages only name addresses.

        Importing it takes as long as importing Django. It is made anew in a copy of the process,
        as of an export: two that read from one connection get each other's answers.
        """
        if self._process != os.getpid():
            self._objects = self._connected()
            self._process = os.getpid()
        return self._objects

    def _connected(self):
        from boto3.s3.transfer import TransferConfig
        from botocore.config import Config
        from storages.backends.s3 import S3Storage

        return S3Storage(
            bucket_name=self.name,
            endpoint_url=self.endpoint or None,
            # Without a key of our own boto3 looks for one itself: variables, a profile, a role.
            access_key=None,
            secret_key=None,
            default_acl=None,
            file_overwrite=False,
            client_config=Config(**PATIENCE),
            transfer_config=TransferConfig(use_threads=False),
        )

    def url(self, name):
        """Return the address of the media view, not the store's: no policy allows another host."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name).lstrip("/"))

    def save(self, name, content, max_length=None):
        with self._asking(name):
            return self.objects.save(name, content, max_length)

    def _open(self, name, mode="rb"):
        # One question; the storage behind asks three times before it reads.
        with self._asking(name):
            client = self.objects.connection.meta.client
            found = client.get_object(Bucket=self.name, Key=name)["Body"].read()
        return ContentFile(found, name)

    def delete(self, name):
        with self._asking(name):
            self.objects.delete(name)

    def exists(self, name):
        with self._asking(name):
            return self.objects.exists(name)

    def get_modified_time(self, name):
        with self._asking(name):
            return self.objects.get_modified_time(name)

    @contextmanager
    def _asking(self, name):
        """Tell in the words of files what the store says about an object."""
        from botocore.exceptions import BotoCoreError, ClientError

        check_name(name)
        try:
            yield
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404 and (
                error.response["Error"]["Code"] != "NoSuchBucket"
            ):
                raise FileNotFoundError(name) from error
            raise UnavailableError(self._explain(error)) from error
        except BotoCoreError as error:
            raise UnavailableError(self._explain(error)) from error

    def _explain(self, error):
        return (
            f"The bucket {self.name} of the media cannot be used ({error}). Check MEDIA_BUCKET, "
            "MEDIA_ENDPOINT, the AWS_ variables, and that the key may read, write, delete and list "
            "there (without s3:ListBucket a missing object is refused, not missing)."
        )


def check_name(name):
    """Raise SuspiciousFileOperation for a name that leads out of a folder or is no key in S3."""
    validate_file_name(name, allow_relative_path=True)
    if "\0" in name or len(name.encode()) > LONGEST_KEY:
        raise SuspiciousFileOperation("This is no name of an object.")
