"""Archives: whole, unpacked by `unzip`, every path safe on Windows, macOS and Linux."""

import re
import subprocess
import unicodedata
import zipfile

DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³]) *(\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2060-\u2069]')
PATH_MAX = 180


def check(samples):
    for sample in samples:
        for path in sorted(sample.folder.glob("*.zip")):
            place = f"{sample.name}/{path.name}"
            tested = subprocess.run(["unzip", "-tqq", path], capture_output=True, text=True, check=False)
            yield f"{place} unzip -t", None if tested.returncode == 0 else tested.stdout + tested.stderr
            with zipfile.ZipFile(path) as archive:
                names = archive.namelist()
                times = {info.date_time for info in archive.infolist()}
            yield f"{place} times", None if times == {(1980, 1, 1, 0, 0, 0)} else f"{times}"
            yield f"{place} paths", unsafe(names)


def unsafe(names):
    """What is wrong with the paths, or nothing."""
    if not names:
        return "the archive is empty"
    if len({unicodedata.normalize("NFC", name).casefold() for name in names}) < len(names):
        return "two paths differ in case alone"
    for name in names:
        parts = name.split("/")
        if any(part in ("", ".", "..") or part[-1] in ". " or DEVICES.fullmatch(part) for part in parts):
            return f"`{name}` has a part that some system refuses"
        if FORBIDDEN.search(name) or len(name) > PATH_MAX or max(len(part.encode()) for part in parts) > 255:
            return f"`{name}` has a letter that some system refuses, or too many of them"
    return None
