// The form's proof of work: the first number for which sha256("challenge:number") begins with enough zero bits.
// It is sought in small pieces once somebody writes, so that an old phone stays quick. The form is sent with or without it.
"use strict";

const ROUNDS = Uint32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
  0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
  0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
  0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
  0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
  0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);
const START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const schedule = new Uint32Array(64);
const turned = (x, n) => (x >>> n) | (x << (32 - n));

/* The first 32 bits of sha256 of a text of plain letters. */
function firstWord(text) {
  const words = new Uint32Array((((text.length + 8) >> 6) + 1) << 4);
  for (let i = 0; i < text.length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
  words[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  words[words.length - 1] = text.length * 8;
  const hash = Uint32Array.from(START);
  for (let block = 0; block < words.length; block += 16) mix(hash, words, block);
  return hash[0];
}

function mix(hash, words, block) {
  let [a, b, c, d, e, f, g, h] = hash;
  for (let i = 0; i < 64; i++) {
    if (i < 16) schedule[i] = words[block + i];
    else {
      const early = schedule[i - 15], late = schedule[i - 2];
      const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3), s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
      schedule[i] = schedule[i - 16] + s0 + schedule[i - 7] + s1;
    }
    const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + schedule[i];
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => { hash[i] += value; });
}

function seek(challenge, bits, found) {
  const below = 2 ** (32 - bits);
  let number = 0;
  (function piece() {
    for (const until = performance.now() + 12; performance.now() < until; number++) {
      if (firstWord(`${challenge}:${number}`) < below) return found(String(number));
    }
    setTimeout(piece, 4);
  })();
}

const proof = document.querySelector("input[data-proof]");
if (proof && !proof.value) {
  const challenge = proof.form.elements.token.value;
  const begin = () => seek(challenge, Number(proof.dataset.proof), (answer) => { proof.value = answer; });
  proof.form.addEventListener("input", begin, { once: true });
}
