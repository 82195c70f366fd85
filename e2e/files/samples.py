"""The samples that are checked."""

import json
import zipfile
from pathlib import Path

LOCALES = Path(__file__).parents[2] / "shared/locales"


def words(language, topic):
    """The words of a topic by their keys."""
    return json.loads((LOCALES / language / f"{topic}.json").read_text(encoding="utf-8"))


def in_every_language(topic, key):
    """What a word is in each language."""
    return {words(folder.name, topic)[key] for folder in LOCALES.iterdir() if folder.is_dir()}


class Sample:
    """The files of one design, in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.name = folder.name
        self.expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))

    def word(self, topic, key):
        """A word of the sample's language."""
        return words(self.expected["language"], topic)[key]

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
