/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-call, typescript/no-misused-promises -- a page for the browsers of others, whose types are not among ours */
// Runs in the browser of a vendor without an account, as a file on its disk: no network, no library, nothing stored but by
// a person's own saving. Reads the request files that this product writes as CSV, and writes the same file with answers in it.
;(() => {
  const { words, perClient, form } = JSON.parse(document.getElementById('data').textContent)
  const at = (id) => document.getElementById(id)
  const requests = []
  const standard = new Map()

  // CSV ------------------------------------------------------------------------------------------------------------------

  /** UTF-8 where it is that, else as Windows of Japan writes it. */
  function decode(bytes) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/, '')
    } catch {
      return new TextDecoder('shift_jis').decode(bytes)
    }
  }

  function parse(text) {
    const rows = [[]]
    let cell = ''
    let isQuoted = false
    const endCell = () => {
      rows.at(-1).push(cell)
      cell = ''
    }
    for (let n = 0; n < text.length; n++) {
      const letter = text[n]
      if (isQuoted) {
        if (letter !== '"') cell += letter
        else if (text[n + 1] === '"') cell += text[++n]
        else isQuoted = false
      } else if (letter === '"' && cell === '') isQuoted = true
      else if (letter === ',') endCell()
      else if (letter === '\n') {
        endCell()
        rows.push([])
      } else if (letter !== '\r') cell += letter
    }
    endCell()
    return rows
  }

  /** An apostrophe before what Excel would run as a formula, as in the files of the product. */
  function escaped(text) {
    return /^'*([=+\-@\t\r]|\s*$)/.test(text) && text !== '' ? `'${text}` : text
  }

  function toCsv(rows) {
    const quoted = (cell) => (/[",\r\n;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
    return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}`
  }

  // Requests -------------------------------------------------------------------------------------------------------------

  /** What a file asks; a sentence of what is wrong where it cannot be used. */
  function readRequest(name, text) {
    const rows = parse(text)
    const head = rows.findIndex((row) => row[0] === form.number && row.includes(form.answer))
    if (rows[0]?.[0] !== form.title || head < 0) return { name, problem: words.notOurs }
    const fact = (line) => rows.slice(0, head).find((row) => row[0] === line) ?? []
    const edition = fact(form.edition)[1] ?? ''
    if (fact(form.form)[1] !== form.vendorForm) return { name, problem: words.notForVendors }
    if (!Object.hasOwn(perClient, edition)) return { name, problem: words.unknownEdition }
    const column = (heading) => rows[head].indexOf(heading)
    const columns = { answer: column(form.answer), checkedOn: column(form.checkedOn), reason: column(form.reason), note: column(form.note) }
    const items = rows
      .slice(head + 1)
      .filter((row) => (row[0] ?? '').trim() !== '')
      .map((row) => ({
        row,
        number: row[0],
        question: row[1] ?? '',
        isPerClient: perClient[edition].includes(row[0]),
        had: (row[columns.answer] ?? '').trim(),
      }))
    return {
      name,
      rows,
      columns,
      items,
      edition,
      facility: fact(form.facility)[2] ?? '',
      system: fact(form.system)[2] ?? '',
      answeredBy: fact(form.answeredBy),
      own: new Map(),
    }
  }

  const keyOf = (request, item) => `${request.edition} ${item.number}`

  /** The answer that goes into the reply: the file's own stays, the standard answer never reaches an item of the site. */
  function answerOf(request, item) {
    if (item.had !== '') return undefined
    return item.isPerClient ? request.own.get(item.number) : standard.get(keyOf(request, item))
  }

  function isWhole(answer) {
    return answer?.answer && (!form.withReason.includes(answer.answer) || answer.text.trim() !== '')
  }

  function replyOf(request, by, day) {
    const rows = request.rows.map((row) => [...row])
    const put = (row, column, text) => {
      if (column < 0 || text === '') return
      while (row.length <= column) row.push('')
      row[column] = escaped(text)
    }
    for (const item of request.items) {
      const answer = answerOf(request, item)
      if (!isWhole(answer)) continue
      const row = rows[request.rows.indexOf(item.row)]
      put(row, request.columns.answer, answer.answer)
      put(row, request.columns.checkedOn, day)
      put(row, form.withReason.includes(answer.answer) ? request.columns.reason : request.columns.note, answer.text.trim())
    }
    const named = rows[request.rows.indexOf(request.answeredBy)]
    if (named) put(named, 1, by)
    return toCsv(rows)
  }

  // The page -------------------------------------------------------------------------------------------------------------

  function element(tag, options = {}, children = []) {
    const { text, on, ...attributes } = options
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    if (text !== undefined) made.textContent = text
    for (const [name, act] of Object.entries(on ?? {})) made.addEventListener(name, act)
    made.append(...children)
    return made
  }

  let ids = 0

  /** One item: four answers to choose from, and a reason or a note. */
  function itemFields(item, held, keep) {
    const id = `item-${++ids}`
    const note = element('input', { id: `${id}-note`, type: 'text', maxlength: '2000', value: held?.text ?? '' })
    const choose = element('select', { id }, [
      element('option', { value: '', text: words.unanswered }),
      ...form.answers.map((answer) => element('option', { value: answer, text: answer })),
    ])
    choose.value = held?.answer ?? ''
    const store = () => keep({ answer: choose.value, text: note.value })
    for (const field of [choose, note]) field.addEventListener('change', store)
    return element('div', { class: 'item' }, [
      element('label', { for: id, text: `${item.number} ${item.question}` }),
      choose,
      element('label', { for: `${id}-note`, text: words.note }),
      note,
    ])
  }

  function showStandard() {
    const items = new Map()
    for (const request of requests.filter((one) => !one.problem))
      for (const item of request.items) if (!item.isPerClient) items.set(keyOf(request, item), item)
    at('standard').replaceChildren(
      ...[...items].map(([key, item]) =>
        itemFields(item, standard.get(key), (answer) => {
          standard.set(key, answer)
          showCounts()
        }),
      ),
    )
    at('standard-part').hidden = items.size === 0
    at('who').hidden = items.size === 0
  }

  function showRequests() {
    at('requests').replaceChildren(...requests.map((request) => (request.problem ? brokenCard(request) : requestCard(request))))
    showCounts()
  }

  function brokenCard({ name, problem }) {
    return element('section', { class: 'card' }, [
      element('h3', { text: words.unread.replace('{name}', name) }),
      element('p', { text: problem }),
    ])
  }

  function requestCard(request) {
    const site = request.items.filter((item) => item.isPerClient && item.had === '')
    const left = element('p', { class: 'left' })
    request.showLeft = () => {
      const open = request.items.filter((item) => item.had === '' && !isWhole(answerOf(request, item))).map(({ number }) => number)
      left.textContent = open.length === 0 ? words.complete : words.left.replace('{numbers}', open.join(words.comma))
    }
    return element('section', { class: 'card' }, [
      element('h3', { text: [request.facility || words.unnamed, request.system].filter(Boolean).join(words.comma) }),
      element('p', { class: 'small', text: request.name }),
      ...(site.length > 0 ? [element('p', { text: words.perClient.replace('{count}', site.length) })] : []),
      ...site.map((item) =>
        itemFields(item, request.own.get(item.number), (answer) => {
          request.own.set(item.number, answer)
          showCounts()
        }),
      ),
      left,
      element('button', { type: 'button', text: words.save, on: { click: () => saveReply(request) } }),
    ])
  }

  function showCounts() {
    for (const request of requests) request.showLeft?.()
  }

  function save(name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type }))
    element('a', { href: address, download: name }).click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  }

  function say(sentence) {
    at('result').textContent = sentence
  }

  function saveReply(request) {
    const by = at('by').value.trim()
    if (by === '') return say(words.byMissing)
    if (!at('checked').checked) return say(words.notChecked)
    const today = new Date()
    const day = `${today.getFullYear()}/${today.getMonth() + 1}/${today.getDate()}`
    const name = `${request.name.replace(/\.csv$/i, '')}_reply.csv`
    save(name, replyOf(request, by, day), 'text/csv')
    say(words.saved.replace('{name}', name))
  }

  at('files').addEventListener('change', async (event) => {
    for (const file of event.target.files) {
      const request = readRequest(file.name, decode(new Uint8Array(await file.arrayBuffer())))
      requests.push(request)
    }
    event.target.value = ''
    showStandard()
    showRequests()
    const read = requests.filter((one) => !one.problem).length
    say(words.counts.replace('{read}', read).replace('{unread}', requests.length - read))
  })
  at('keep').addEventListener('click', () => save('standard-answers.json', JSON.stringify([...standard]), 'application/json'))
  at('kept').addEventListener('change', async (event) => {
    try {
      for (const [key, answer] of JSON.parse(await event.target.files[0].text()))
        if (typeof key === 'string' && form.answers.includes(answer.answer))
          standard.set(key, { answer: answer.answer, text: String(answer.text) })
    } catch {
      say(words.keptUnread)
    }
    event.target.value = ''
    showStandard()
    showRequests()
  })
})()
