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

# TODO: to be filled in against the gateway's management API:
#   1. create a provider node: prefix bench, type openai-compatible, base URL upstream_url
#   2. give it one account with any API key
#   3. the same with prefix bench-tls and upstream_tls_url, if that is not empty
#   4. create an API key and print it as key=...
echo "setup-gateway.sh is not finished: $base_url, $upstream_url, $upstream_tls_url" >&2
exit 3
