#!/bin/sh
# Makes the certificates of the fault server. They are for tests only and mean nothing anywhere else.
# Needs OpenSSL 1.1 or newer. The authority has no keyUsage on purpose: python 3.13 would refuse it
# by default, the clients that we imitate do not.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: > "$work/index"
cat > "$work/conf" <<EOF
[ca]
default_ca = it
[it]
dir = $work
database = $work/index
new_certs_dir = $work
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
prompt = no
[name]
CN = placeholder
[authority]
basicConstraints = critical,CA:TRUE
[here]
subjectAltName = DNS:localhost,DNS:linkscope.test,IP:127.0.0.1,IP:::1
[elsewhere]
subjectAltName = DNS:elsewhere.invalid
EOF
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }
issue() { # name, extensions, from, to
    key "$work/$1.key"
    openssl req -new -config "$work/conf" -key "$work/$1.key" -subj "/CN=$1" -out "$work/$1.csr"
    openssl ca -batch -notext -config "$work/conf" -cert ca.pem -keyfile "$work/ca.key" \
        -extensions "$2" -startdate "$3" -enddate "$4" -in "$work/$1.csr" -out "$work/$1.crt" 2> /dev/null
    cat "$work/$1.key" "$work/$1.crt" > "$1.pem"
}
alone() { # name, subject, extensions
    key "$work/$1.key"
    openssl req -new -config "$work/conf" -key "$work/$1.key" -subj "/CN=$2" -out "$work/$1.csr"
    openssl ca -batch -notext -selfsign -config "$work/conf" -keyfile "$work/$1.key" \
        -extensions "$3" -startdate 20200101000000Z -enddate 21200101000000Z \
        -in "$work/$1.csr" -out "$work/$1.crt" 2> /dev/null
}
alone ca 'Linkscope test authority' authority
cp "$work/ca.crt" ca.pem
issue good here 20200101000000Z 21200101000000Z
issue expired here 20200101000000Z 20200201000000Z
issue not_yet_valid here 21100101000000Z 21200101000000Z
issue wrong_host elsewhere 20200101000000Z 21200101000000Z
alone untrusted untrusted here
cat "$work/untrusted.key" "$work/untrusted.crt" > untrusted.pem
