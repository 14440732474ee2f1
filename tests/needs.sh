# What tests need besides the .NET SDK, from Debian's packages. Where it cannot be installed, tests say that they skipped.
needed=(chromium poppler-utils postgresql qpdf rabbitmq-server supervisor zbar-tools)

install_needs() {
  local missing=() package
  command -v dpkg-query >/dev/null || { echo "No Debian packages here: tests that need ${needed[*]} skip, unless they are on the PATH."; return 0; }
  for package in "${needed[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  [ "$(id -u)" -eq 0 ] || { echo "Not installed, and not root: ${missing[*]}. Tests that need them skip."; return 0; }
  echo "Installing ${missing[*]}"
  apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1 \
    || echo "Could not install ${missing[*]}. Tests that need them skip."
}

# The Aspire dashboard, from npm. It unpacks itself below its HOME, once.
install_dashboard() {
  local folder="$PWD/artifacts/aspire" package=@microsoft/aspire-cli-linux-x64 version=13.5.4
  [ "$(uname -m)" = x86_64 ] && command -v npm >/dev/null || { echo "No npm, or not x86_64: tests of the dashboard skip."; return 0; }
  export TEST_ASPIRE="$folder/node_modules/$package/bin/aspire" TEST_ASPIRE_HOME="$folder"
  grep -qs "\"version\": \"$version\"" "$folder/node_modules/$package/package.json" && return 0
  echo "Installing the Aspire dashboard"
  mkdir -p "$folder"
  npm install --silent --no-save --no-audit --no-fund --prefix "$folder" "$package@$version" >/dev/null 2>&1 \
    || { echo "Could not install $package from npm. Tests of the dashboard skip."; unset TEST_ASPIRE; }
  return 0
}
