# What tests need besides the .NET SDK, from Debian's packages. Where it cannot be installed, tests say that they skipped.
needed=(chromium poppler-utils postgresql qpdf rabbitmq-server zbar-tools)

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
