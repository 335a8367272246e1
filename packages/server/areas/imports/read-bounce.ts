import { type Bounce, readBounce } from '@mimamori/formats'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import type { Kept } from '../kept.ts'
import { cameBackChanges, findByMessageId } from '../mail/index.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import { importProblem } from './problems.ts'
import type { Brought, Reading } from './reading.ts'
import { importTexts } from './texts.ts'

/** A report (.eml) that a mail did not arrive: its Message-ID leads to the mail, and so to the sheet. */
export async function readReport(services: Services, asking: Asking, now: Kept, file: Brought): Promise<Reading> {
  const read = readBounce(file.bytes)
  if (read.kind !== 'bounce') throw importProblem(`import/${read.kind}`)
  const messages = (await messagesOf(services, asking, now, read)).filter(({ sheet }) => sheet !== null)
  if (messages.length === 0) throw importProblem('import/unknown-mail')
  const [first] = read.recipients
  const to = read.recipients.map((one) => one.address).join(', ')
  const says = [first?.status, first?.says].filter((part) => part !== undefined).join(' ')
  const changes = messages.flatMap((message) => cameBackChanges(now, message, { on: now.asOf, to, says }))
  return {
    kind: 'bounce',
    says: fillText(importTexts.bounce, { to, says }),
    read: read.recipients.length,
    changes: changes.map((change) => ({ change })),
    problems: [],
    keep: { name: `${file.name.replace(/\.[^.]*$/, '')}.txt`, bytes: Buffer.from(read.proof) },
  }
}

async function messagesOf(services: Services, asking: Asking, now: Kept, { messageId }: Bounce) {
  if (messageId === undefined) return []
  const asked = { facility: now.picture.facility, messageId }
  return withScope(services.pool, asking, (client) => findByMessageId(asking, client, asked), { readOnly: true })
}
