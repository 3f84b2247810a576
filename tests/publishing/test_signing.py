"""Who signed a site, as far as it can be known."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.manifest.form import manifest_text
from generator.signing import signature_of, signed_by, signed_by_known
from generator.verifying import verify
from tests.publishing.harbour import harbour, run, tree
from tests.publishing.keys import new_key, signers_file
from tests.publishing.test_manifest import MANIFEST

pytestmark = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="needs OpenSSH")


def test_without_known_signers_the_key_is_named_and_that_it_was_not_checked(site: Path) -> None:
    (line,) = (line for line in verify(site).right if line.startswith("signed"))
    assert line.startswith("signed with ED25519 key SHA256:")
    assert line.endswith("not checked against known signers: give --signers FILE")


def test_a_known_signer_is_named(site: Path, folder: Path, tmp_path: Path) -> None:
    signers = signers_file(tmp_path / "signers", "desk@harbour.example", folder / "key")
    verdict = verify(site, signers)
    assert not verdict.wrong
    assert verdict.right[-1].startswith("signed by desk@harbour.example (ED25519 key SHA256:")


def test_a_stranger_is_not_a_known_signer(site: Path, tmp_path: Path) -> None:
    signers = signers_file(
        tmp_path / "signers", "desk@harbour.example", new_key(tmp_path / "other")
    )
    verdict = verify(site, signers)
    assert verdict.wrong == (f"the signature is of nobody whom {signers} names",)


def test_a_forged_manifest_is_not_what_was_signed(site: Path) -> None:
    (site / "manifest.json").write_bytes(manifest_text(MANIFEST))
    assert "the signature is not of this manifest.json" in verify(site).wrong


def test_where_signers_are_given_there_must_be_a_signature(
    site: Path, folder: Path, tmp_path: Path
) -> None:
    signers = signers_file(tmp_path / "signers", "desk@harbour.example", folder / "key")
    (site / "manifest.json.sig").unlink()
    assert verify(site, signers).wrong == ("there is no signature (manifest.json.sig)",)
    assert verify(site).right[-1] == "there is no signature"


def test_a_list_of_signers_that_is_not_there_is_a_fault_of_the_command(
    site: Path, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="no such file"):
        verify(site, tmp_path / "nowhere")


def test_a_signature_for_another_purpose_does_not_count(tmp_path: Path) -> None:
    key = new_key(tmp_path / "key")
    command = ["ssh-keygen", "-Y", "sign", "-n", "git", "-f", str(key)]
    other = subprocess.run(command, input=b"text", capture_output=True, check=True).stdout
    signers = signers_file(tmp_path / "signers", "desk@harbour.example", key)
    assert signed_by(b"text", other) is None
    assert signed_by_known(b"text", other, signers) is None
    assert signed_by_known(b"text", signature_of(b"text", key), signers) is not None


@pytest.mark.parametrize("spoilt", [b"", b"x", b"-----BEGIN SSH SIGNATURE-----\n"])
def test_what_is_no_signature_is_of_nobody(spoilt: bytes) -> None:
    assert signed_by(b"text", spoilt) is None


def test_a_key_that_is_not_there_stops_before_anything_is_built(
    folder: Path, tmp_path: Path
) -> None:
    project = harbour(tmp_path / "harbour")
    done = run(project, "build", "--sign", "nowhere")
    assert done.returncode == 2
    assert "nowhere: no such file or directory; name a private key of ssh" in done.stderr
    assert not (project / "site").exists()


def test_what_is_no_key_leaves_the_old_site(folder: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(folder / "harbour", tmp_path / "harbour"))
    before = tree(project / "site")
    done = run(project, "build", "--sign", "mkdocs.yml")
    assert done.returncode == 2
    assert "mkdocs.yml: cannot sign: " in done.stderr
    assert "nothing was published" in done.stderr
    assert tree(project / "site") == before


def test_a_passphrase_that_nobody_can_be_asked_for_is_a_clean_error(tmp_path: Path) -> None:
    key = new_key(tmp_path / "key", "secret words")
    done = run(
        harbour(tmp_path / "harbour"),
        "build",
        "--sign",
        str(key),
        environment={"SSH_ASKPASS_REQUIRE": "never", "SSH_AUTH_SOCK": ""},
    )
    assert done.returncode == 2
    assert "cannot sign: " in done.stderr


def test_without_ssh_keygen_it_is_named(tmp_path: Path) -> None:
    project = harbour(tmp_path / "harbour")
    done = run(project, "build", "--sign", "mkdocs.yml", environment={"PATH": ""})
    assert done.returncode == 2
    assert "the program `ssh-keygen` was not found" in done.stderr


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[Path]:
    """A key that only an agent holds; the public half is in a file."""
    if not shutil.which("ssh-agent"):
        pytest.skip("needs an agent")
    socket, key = tmp_path / "agent", new_key(tmp_path / "key", "secret words")
    with subprocess.Popen(
        ["ssh-agent", "-D", "-a", str(socket)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        (tmp_path / "ask").write_text("#!/bin/sh\necho secret words\n")
        (tmp_path / "ask").chmod(0o755)
        environment = {"SSH_ASKPASS": str(tmp_path / "ask"), "SSH_ASKPASS_REQUIRE": "force"}
        subprocess.run(
            ["ssh-add", "-q", str(key)],
            env={**os.environ, **environment, "SSH_AUTH_SOCK": str(socket)},
            check=True,
            capture_output=True,
        )
        key.unlink()
        yield tmp_path
        process.terminate()


def test_a_key_that_the_agent_holds_signs(agent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_AUTH_SOCK", str(agent / "agent"))
    signature = signature_of(b"text", agent / "key.pub")
    key = signed_by(b"text", signature)
    assert key is not None
    assert key.startswith("ED25519 key SHA256:")
