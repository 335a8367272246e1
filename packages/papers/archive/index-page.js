/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-call, typescript/no-misused-promises -- a page for the browsers of others, whose types are not among ours */
// Runs in the browser of whoever got the ZIP: no network, no library, from a read-only folder. A page opened as a file
// cannot read the files beside it, so a person drops them here.
;(() => {
  const words = JSON.parse(document.getElementById('words').textContent)
  const result = document.getElementById('result')
  const drop = document.getElementById('drop')

  const K = new Uint32Array(64)
  const H = new Uint32Array(8)
  for (let n = 0, candidate = 2; n < 64; candidate++) {
    let prime = true
    for (let d = 2; d * d <= candidate; d++) if (candidate % d === 0) prime = false
    if (!prime) continue
    if (n < 8) H[n] = Math.floor((Math.sqrt(candidate) % 1) * 4294967296)
    K[n++] = Math.floor((Math.cbrt(candidate) % 1) * 4294967296)
  }

  function sha256(bytes) {
    const length = bytes.length
    const padded = new Uint8Array((((length + 8) >> 6) + 1) << 6)
    padded.set(bytes)
    padded[length] = 0x80
    const view = new DataView(padded.buffer)
    view.setUint32(padded.length - 8, Math.floor(length / 536870912))
    view.setUint32(padded.length - 4, (length * 8) >>> 0)
    const h = H.slice()
    const w = new Uint32Array(64)
    const turn = (x, n) => (x >>> n) | (x << (32 - n))
    for (let at = 0; at < padded.length; at += 64) {
      for (let n = 0; n < 16; n++) w[n] = view.getUint32(at + n * 4)
      for (let n = 16; n < 64; n++) {
        const a = w[n - 15]
        const b = w[n - 2]
        w[n] = w[n - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[n - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))
      }
      let [a, b, c, d, e, f, g, i] = h
      for (let n = 0; n < 64; n++) {
        const t1 = (i + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[n] + w[n]) | 0
        const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
        i = g
        g = f
        f = e
        e = (d + t1) | 0
        d = c
        c = b
        b = a
        a = (t1 + t2) | 0
      }
      for (const [n, value] of [a, b, c, d, e, f, g, i].entries()) h[n] += value
    }
    return [...h].map((word) => word.toString(16).padStart(8, '0')).join('')
  }

  function checkNumberOf(hash) {
    const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
    let bits = BigInt(`0x${hash}`) >> 196n
    let text = ''
    for (let n = 0; n < 12; n++) {
      text = letters[Number(bits & 31n)] + text
      bits >>= 5n
    }
    return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
  }

  async function inflate(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }

  async function unzip(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let end = bytes.length - 22
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
    if (end < 0) throw new Error('no end')
    const files = new Map()
    let at = view.getUint32(end + 16, true)
    for (let n = view.getUint16(end + 10, true); n > 0; n--) {
      const method = view.getUint16(at + 10, true)
      const size = view.getUint32(at + 20, true)
      const nameLength = view.getUint16(at + 28, true)
      const local = view.getUint32(at + 42, true)
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const packed = bytes.subarray(from, from + size)
      if (files.has(name)) throw new Error('two files of one name')
      if (!name.endsWith('/')) files.set(name, method === 0 ? packed : await inflate(packed))
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return files
  }

  async function readAll(list) {
    const files = new Map()
    for (const { path, file } of list) files.set(path, new Uint8Array(await file.arrayBuffer()))
    const [only] = [...files.values()]
    if (files.size === 1 && only[0] === 0x50 && only[1] === 0x4b) return unzip(only)
    return files
  }

  /** Paths as in the manifest: below the folder that holds it; single files are known by their name alone. */
  function placed(files, manifest) {
    const where = [...files.keys()].find((path) => path === words.manifestPath || path.endsWith(`/${words.manifestPath}`))
    const folder = where.slice(0, where.length - words.manifestPath.length)
    const flat = [...files.keys()].every((path) => !path.includes('/'))
    const found = new Map()
    for (const [path, bytes] of files) {
      const inside = path.startsWith(folder) ? path.slice(folder.length) : path
      const known = flat ? manifest.files.find((one) => one.path.split('/').pop() === inside) : undefined
      found.set(known ? known.path : inside, bytes)
    }
    return found
  }

  function say(sentence, names) {
    return sentence.replace('{names}', names.join(words.comma)).replace('{number}', names.join(words.comma))
  }

  function verdictOf(files) {
    const path = [...files.keys()].find((one) => one === words.manifestPath || one.endsWith(`/${words.manifestPath}`))
    if (path === undefined) return [words.noManifest]
    const manifest = JSON.parse(new TextDecoder().decode(files.get(path)))
    const there = placed(files, manifest)
    const missing = manifest.files.filter((one) => !there.has(one.path)).map((one) => one.path)
    const changed = manifest.files.filter((one) => there.has(one.path) && sha256(there.get(one.path)) !== one.sha256).map((one) => one.path)
    const own = new Set([words.manifestPath, words.signaturesPath, ...manifest.files.map((one) => one.path)])
    const added = [...there.keys()].filter((one) => !own.has(one))
    const content = there.get(words.contentPath)
    const number = content ? checkNumberOf(sha256(content)) : ''
    return [
      ...(changed.length > 0 ? [say(words.changed, changed)] : []),
      ...(missing.length > 0 ? [say(words.missing, missing)] : []),
      ...(added.length > 0 ? [say(words.added, added)] : []),
      ...(content && number !== manifest.checkNumber ? [say(words.numberDiffers, [number])] : []),
    ]
  }

  async function check(list) {
    if (list.length === 0) return
    show([words.working])
    try {
      const problems = verdictOf(await readAll(list))
      show(problems.length === 0 ? [words.intact] : problems)
    } catch (error) {
      show([error instanceof ReferenceError ? words.noScript : words.unreadable])
    }
  }

  function show(sentences) {
    result.replaceChildren(
      ...sentences.map((sentence) => {
        const line = document.createElement('p')
        line.textContent = sentence
        return line
      }),
    )
  }

  function listed(files) {
    return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
  }

  async function entryFiles(entry) {
    if (entry.isFile) return [{ path: entry.fullPath.replace(/^\//, ''), file: await new Promise((done, fail) => entry.file(done, fail)) }]
    const reader = entry.createReader()
    const found = []
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail))
      if (some.length === 0) return found
      for (const one of some) found.push(...(await entryFiles(one)))
    }
  }

  for (const id of ['files', 'folder']) {
    document.getElementById(id).addEventListener('change', (event) => check(listed(event.target.files)))
  }
  drop.addEventListener('dragover', (event) => {
    event.preventDefault()
    drop.classList.add('over')
  })
  drop.addEventListener('dragleave', () => drop.classList.remove('over'))
  drop.addEventListener('drop', async (event) => {
    event.preventDefault()
    drop.classList.remove('over')
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean)
    if (entries.length === 0) return check(listed(event.dataTransfer.files))
    const lists = await Promise.all(entries.map(entryFiles))
    await check(lists.flat())
  })
  // For the tests of this page, which have no files to drop.
  if (globalThis.mimamoriTest) globalThis.mimamoriTest({ sha256, checkNumberOf, verdictOf, unzip })
})()
