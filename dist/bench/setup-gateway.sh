#!/bin/sh
# Registers the benchmark's upstream as an OpenAI-compatible provider at a freshly started gateway.
#
# Called by the harness once, after the gateway's port has opened:
#
#   sh setup-gateway.sh BASE_URL UPSTREAM_URL UPSTREAM_TLS_URL
#
#   BASE_URL          the gateway, for example http://127.0.0.1:20128
#   UPSTREAM_URL      base URL of the plain upstream, for example http://127.0.0.1:34567/v1
#   UPSTREAM_TLS_URL  the same behind TLS, for example https://127.0.0.1:34568/v1
#
# The gateway must have been started with INITIAL_PASSWORD set to the value below.
#
# Environment, also seen by the gateway's start command:
#
#   BENCH_DIR                   temporary directory of this measurement, removed afterwards
#   BENCH_CA_PEM                the TLS upstream's self-signed certificate
#   BENCH_TRUST_STORE           the same as a PKCS12 trust store ...
#   BENCH_TRUST_STORE_PASSWORD  ... and its password
#
# What the harness reads from standard output, one per line, each replacing the option of that name:
#
#   key=sk-...        API key for chat requests            (--gateway-key)
#   model=bench/gpt   model string for the plain upstream  (--gateway-model)
#   tls-model=...     model string for the TLS upstream    (--gateway-tls-model)
#
# Anything else belongs on standard error. An exit status other than 0 ends the measurement.
set -eu

base_url=${1:?usage: setup-gateway.sh BASE_URL UPSTREAM_URL [UPSTREAM_TLS_URL]}
upstream_url=${2:?usage: setup-gateway.sh BASE_URL UPSTREAM_URL [UPSTREAM_TLS_URL]}
upstream_tls_url=${3:-}

password=${BENCH_PASSWORD:-bench-password-of-one-run}
cookies=$(mktemp)
trap 'rm -f "$cookies"' EXIT

# call METHOD PATH JSON: prints the answer's body, or fails with it.
call() {
  curl -sS --fail-with-body -b "$cookies" -c "$cookies" -X "$1" "$base_url$2" \
    -H 'Content-Type: application/json' -d "$3" || {
    echo "$1 $2 was refused" >&2
    exit 1
  }
}

# field NAME: the first text of that name in the JSON on standard input.
field() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1
}

# provider PREFIX URL: an endpoint of its own with one account.
provider() {
  call POST /api/provider-nodes "{\"name\":\"$1\",\"prefix\":\"$1\",\"apiType\":\"chat\",\
\"baseUrl\":\"$2\",\"type\":\"openai-compatible\"}" >"$cookies.node"
  id=$(grep -o 'openai-compatible-chat-[0-9a-f-]*' "$cookies.node" | head -n 1)
  rm -f "$cookies.node"
  call POST /api/providers "{\"provider\":\"$id\",\"name\":\"$1\",\"apiKey\":\"any-key\"}" >/dev/null
}

call POST /api/auth/login "{\"password\":\"$password\"}" >/dev/null
provider bench "$upstream_url"
echo "model=bench/gpt"
if [ -n "$upstream_tls_url" ]; then
  provider bench-tls "$upstream_tls_url"
  echo "tls-model=bench-tls/gpt"
fi
echo "key=$(call POST /api/keys '{"name":"bench"}' | field key)"
