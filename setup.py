"""All of the build is in pyproject.toml; this adds the metadata by which `spacy.load` finds the model in boctin's wheel.

spaCy takes a name for a pipeline when a distribution of that name is installed (`importlib.metadata`). A wheel holds one
distribution, but may hold the legacy record of another: the folder `vi_boctin_ner-<version>.egg-info`.
"""

import tomllib
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithModel(build_py):
    def run(self) -> None:
        super().run()
        if self.editable_mode:  # there the distribution of models/ is installed beside this one
            return
        project = tomllib.loads(Path("models/pyproject.toml").read_text(encoding="utf-8"))["project"]
        folder = Path(self.build_lib) / f"{project['name']}-{project['version']}.egg-info"
        folder.mkdir(parents=True, exist_ok=True)
        fields = {"Metadata-Version": "2.1", "Name": project["name"], "Version": project["version"],
                  "Summary": project["description"], "License": project["license"]}
        (folder / "PKG-INFO").write_text("".join(f"{k}: {v}\n" for k, v in fields.items()), encoding="utf-8")
        (folder / "top_level.txt").write_text(project["name"] + "\n", encoding="utf-8")


setup(cmdclass={"build_py": BuildWithModel})
