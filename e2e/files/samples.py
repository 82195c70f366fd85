"""The samples that are checked."""

import json
import zipfile


class Sample:
    """The files of one design, in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.name = folder.name
        self.expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))

    def file(self, format):
        """The path of the file of this format."""
        [path] = self.folder.glob(f"{format}.*")
        return path

    def text(self, format):
        return self.file(format).read_text(encoding="utf-8")

    def archive(self, format):
        """The files in an archive, as bytes by their paths, in the archive's order."""
        with zipfile.ZipFile(self.file(format)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
