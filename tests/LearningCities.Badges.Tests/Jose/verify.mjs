// Verifies an Open Badge as a stranger would, with jose: node verify.mjs FILE SERVER
// FILE holds the credential. Badges name the suite's public address; SERVER is where it answers during the test.
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { compactVerify, importJWK, decodeProtectedHeader, jwtVerify } from 'jose'

const [file, server] = process.argv.slice(2)
const jwt = (await readFile(file, 'utf8')).trim()
const at = address => new URL(new URL(address).pathname, server)

const keyOf = async header => {
  const answer = await fetch(at(header.kid))
  if (!answer.ok) throw new Error(`The key's address answers ${answer.status}`)
  return importJWK(await answer.json(), header.alg)
}

const { payload } = await jwtVerify(jwt, keyOf, { algorithms: ['ES256'], typ: 'JWT' })
if (payload.iss !== payload.issuer.id || payload.jti !== payload.id || payload.sub !== payload.credentialSubject.id) {
  throw new Error('The claims do not say what the content says')
}

const status = payload.credentialStatus
const list = await (await fetch(at(status.statusListCredential))).text()
const listed = JSON.parse(new TextDecoder().decode((await compactVerify(list, keyOf)).payload))
const bits = gunzipSync(Buffer.from(listed.credentialSubject.encodedList.slice(1), 'base64url'))
const index = Number(status.statusListIndex)
const revoked = (bits[index >> 3] & (0x80 >> (index % 8))) !== 0

let tampered = 'accepted'
const [header, content, signature] = jwt.split('.')
const other = JSON.parse(Buffer.from(content, 'base64url').toString())
other.credentialSubject.achievement.name = 'Pilot'
const forged = [header, Buffer.from(JSON.stringify(other)).toString('base64url'), signature].join('.')
await jwtVerify(forged, keyOf).catch(fault => { tampered = fault.code })

console.log(JSON.stringify({ name: payload.name, alg: decodeProtectedHeader(jwt).alg, bits: bits.length * 8, revoked, tampered }))
