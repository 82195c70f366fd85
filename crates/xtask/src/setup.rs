//! Installing what is missing, and saying so. Tools that we build are cached outside the checkout.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{program, read, run, succeeds};

/// What the client is bundled with.
const TRUNK: CargoTool =
    CargoTool { package: "trunk", version: "0.22.1", features: &[], program: "trunk", locked: true };
/// Must be the version of the `wasm-bindgen` crate, to the digit.
const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    features: &[],
    program: "wasm-bindgen",
    locked: false,
};
/// Must understand what the `wasm_split_helpers` of leptos writes.
const WASM_SPLIT: CargoTool = CargoTool {
    package: "wasm_split_cli_support",
    version: "0.2.4",
    features: &["build-binary"],
    program: "wasm-split-cli",
    locked: true,
};
const LLVM_COV: CargoTool = CargoTool {
    package: "cargo-llvm-cov",
    version: "0.9.1",
    features: &[],
    program: "cargo-llvm-cov",
    locked: true,
};
const CARGO_FUZZ: CargoTool = CargoTool {
    package: "cargo-fuzz",
    version: "0.13.2",
    features: &[],
    program: "cargo-fuzz",
    locked: true,
};
const CARGO_DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    version: "0.20.2",
    features: &[],
    program: "cargo-deny",
    locked: true,
};

const BROWSER: [Debian; 4] = [
    Debian { package: "chromium", proof: "/usr/bin/chromium" },
    Debian { package: "chromium-driver", proof: "/usr/bin/chromedriver" },
    Debian { package: "fonts-liberation", proof: "/usr/share/fonts/truetype/liberation" },
    Debian { package: "fonts-noto-color-emoji", proof: "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf" },
];
const READERS: [Debian; 2] = [
    Debian { package: "libreoffice-calc-nogui", proof: "/usr/lib/libreoffice/program/soffice.bin" },
    Debian { package: "unzip", proof: "/usr/bin/unzip" },
];
const DATABASES: [Debian; 2] = [
    // Its programs lie in a folder of their version, whichever Debian has.
    Debian { package: "postgresql", proof: "/usr/share/doc/postgresql" },
    Debian { package: "sqlite3", proof: "/usr/bin/sqlite3" },
];
const WRK: [Debian; 1] = [Debian { package: "wrk", proof: "/usr/bin/wrk" }];
/// The version of Mermaid that reads our diagrams.
const MERMAID_VERSION: &str = "12.3.0";

/// A program built from its crate.
struct CargoTool {
    package: &'static str,
    version: &'static str,
    features: &'static [&'static str],
    program: &'static str,
    locked: bool,
}

/// The programs that build the client.
pub struct ClientTools {
    pub trunk: PathBuf,
    pub wasm_bindgen: PathBuf,
    pub wasm_split: PathBuf,
}

impl ClientTools {
    /// The folders they are in, for `PATH`.
    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        [&self.wasm_bindgen, &self.trunk].into_iter().filter_map(|tool| tool.parent())
    }

    /// What runs tests that were built for browsers.
    pub fn test_runner(&self) -> PathBuf {
        self.wasm_bindgen.with_file_name("wasm-bindgen-test-runner")
    }
}

/// A package of Debian, and a path that shows it is installed.
struct Debian {
    package: &'static str,
    proof: &'static str,
}

/// Everything that `run`, `build` and `test` need.
///
/// # Errors
/// When something cannot be installed.
pub fn everything() -> Result<()> {
    client_tools()?;
    coverage()?;
    browser()?;
    node_packages()?;
    python()?;
    Ok(())
}

/// What builds the client.
///
/// # Errors
/// When a tool cannot be installed.
pub fn client_tools() -> Result<ClientTools> {
    if !read(&mut program("rustup", ["target", "list", "--installed"]))?.contains("wasm32-unknown-unknown") {
        println!("Adding the wasm32 target of Rust");
        run(&mut program("rustup", ["target", "add", "wasm32-unknown-unknown"]))?;
    }
    let tool = |tool: &CargoTool| Ok::<_, anyhow::Error>(cargo_tool(tool)?.join(tool.program));
    Ok(ClientTools {
        trunk: tool(&TRUNK)?,
        wasm_bindgen: tool(&WASM_BINDGEN)?,
        wasm_split: tool(&WASM_SPLIT)?,
    })
}

/// `cargo llvm-cov`; returns the program.
///
/// # Errors
/// When it or the llvm-tools component cannot be installed.
pub fn coverage() -> Result<PathBuf> {
    if !read(&mut program("rustup", ["component", "list", "--installed"]))?.contains("llvm-tools") {
        println!("Adding the llvm-tools component of Rust");
        run(&mut program("rustup", ["component", "add", "llvm-tools"]))?;
    }
    Ok(cargo_tool(&LLVM_COV)?.join(LLVM_COV.program))
}

/// `cargo deny`; returns the program.
///
/// # Errors
/// When it cannot be installed.
pub fn deny() -> Result<PathBuf> {
    Ok(cargo_tool(&CARGO_DENY)?.join(CARGO_DENY.program))
}

/// `cargo fuzz`; returns its folder.
///
/// # Errors
/// When it cannot be installed.
pub fn fuzz() -> Result<PathBuf> {
    cargo_tool(&CARGO_FUZZ)
}

/// Chromium, its driver and fonts.
///
/// # Errors
/// When they cannot be installed.
pub fn browser() -> Result<()> {
    debian(&BROWSER)
}

/// The load generator.
///
/// # Errors
/// When it cannot be installed.
pub fn wrk() -> Result<()> {
    debian(&WRK)
}

/// The npm packages of `e2e/`, as its lock file says.
///
/// # Errors
/// When npm fails.
pub fn node_packages() -> Result<()> {
    let lock = std::fs::read_to_string("e2e/package-lock.json").context("reading e2e/package-lock.json")?;
    let stamp = Path::new("e2e/node_modules/.installed");
    if std::fs::read_to_string(stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing the npm packages of e2e/");
    run(program("npm", ["ci", "--no-audit", "--no-fund"]).current_dir("e2e"))?;
    std::fs::write(stamp, lock)?;
    Ok(())
}

/// A program of an npm package, kept in the cache; returns its path.
///
/// # Errors
/// When npm fails.
pub fn node_tool(package: &str, version: &str, executable: &str) -> Result<PathBuf> {
    let folder = cache()?.join(format!("tools/{package}-{version}"));
    let path = folder.join("node_modules/.bin").join(executable);
    if !path.exists() {
        println!("Installing {package} {version}");
        std::fs::create_dir_all(&folder)?;
        let wanted = format!("{package}@{version}");
        run(program("npm", ["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(wanted))?;
    }
    Ok(path)
}

/// Mermaid's own reader as one script, without what it takes to build it; returns its path.
///
/// # Errors
/// When npm fails.
pub fn mermaid() -> Result<PathBuf> {
    let folder = cache()?.join(format!("tools/mermaid-{MERMAID_VERSION}"));
    let script = "package/dist/mermaid.min.js";
    if !folder.join(script).exists() {
        println!("Fetching mermaid {MERMAID_VERSION}");
        std::fs::create_dir_all(&folder)?;
        let wanted = format!("mermaid@{MERMAID_VERSION}");
        run(program("npm", ["pack", "--silent"]).arg(wanted).current_dir(&folder))?;
        let packed = format!("mermaid-{MERMAID_VERSION}.tgz");
        run(program("tar", ["-xzf", &packed, script]).current_dir(&folder))?;
        std::fs::remove_file(folder.join(packed))?;
    }
    Ok(folder.join(script))
}

/// LibreOffice, databases and the Python packages of `e2e/requirements.txt`; returns the folder of their programs.
///
/// # Errors
/// When something cannot be installed.
pub fn python() -> Result<PathBuf> {
    debian(&READERS)?;
    debian(&DATABASES)?;
    if !succeeds(&mut program("python3", ["-c", "import ensurepip"])) {
        install(&["python3", "python3-venv"])?;
    }
    let wanted = std::fs::read_to_string("e2e/requirements.txt").context("reading e2e/requirements.txt")?;
    let folder = cache()?.join("python");
    let stamp = folder.join("installed.txt");
    if !std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        println!("Installing the Python packages of e2e/requirements.txt");
        run(program("python3", ["-m", "venv", "--clear"]).arg(&folder))?;
        run(&mut program(folder.join("bin/pip"), ["install", "--quiet", "-r", "e2e/requirements.txt"]))?;
        std::fs::write(&stamp, wanted)?;
    }
    Ok(folder.join("bin"))
}

/// The folder that holds `tool`, which is built first when it is missing.
fn cargo_tool(tool: &CargoTool) -> Result<PathBuf> {
    let root = cache()?.join(format!("tools/{}-{}", tool.package, tool.version));
    let folder = root.join("bin");
    if !folder.join(tool.program).exists() {
        println!("Building {} {} (once; kept in {})", tool.package, tool.version, root.display());
        let mut install = crate::process::cargo(["install", tool.package, "--version", tool.version]);
        install.args(["--ignore-rust-version", "--root"]).arg(&root);
        if tool.locked {
            install.arg("--locked");
        }
        if !tool.features.is_empty() {
            install.args(["--features", &tool.features.join(",")]);
        }
        // Built quickly rather than well: these tools wait for the compiler, not for themselves.
        install.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_TARGET_DIR", cache()?.join("build"));
        run(install.current_dir(cache()?))?;
    }
    Ok(folder)
}

/// Installs what is missing of `packages`.
fn debian(packages: &[Debian]) -> Result<()> {
    let missing: Vec<&str> =
        packages.iter().filter(|one| !Path::new(one.proof).exists()).map(|one| one.package).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

/// Installs packages of Debian, as root or through sudo.
fn install(missing: &[&str]) -> Result<()> {
    println!("Installing Debian packages: {}", missing.join(" "));
    if !succeeds(&mut program("apt-get", ["--version"])) {
        bail!(
            "this system has no apt-get; install what matches these packages and try again: {}",
            missing.join(" ")
        );
    }
    run(apt()?.arg("update"))?;
    run(apt()?.args(["install", "-y", "--no-install-recommends"]).args(missing))
}

fn apt() -> Result<Command> {
    let is_root = read(&mut program("id", ["-u"]))?.trim() == "0";
    let mut apt = if is_root { Command::new("apt-get") } else { program("sudo", ["apt-get"]) };
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(apt)
}

/// Where tools are kept: `$CSMB_CACHE`, or `csmb` in the user's cache folder.
fn cache() -> Result<PathBuf> {
    let home = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let folder = home("CSMB_CACHE")
        .or_else(|| home("XDG_CACHE_HOME").map(|cache| cache.join("csmb")))
        .or_else(|| home("HOME").map(|home| home.join(".cache/csmb")))
        .context("neither CSMB_CACHE, XDG_CACHE_HOME nor HOME is set: no place to keep tools in")?;
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
