import { exportAudit, printSignedHead, readAuditHead } from '../../platform/audit/index.ts'
import type { FileReply } from '../../platform/http/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import type { Services } from '../services.ts'

/** Every line up to now, and behind them their head, signed. That it was taken out is the next line of the trail. */
export async function exportTrail(services: Services, asking: Asking): Promise<FileReply> {
  const { organisation } = asking
  const head = await withScope(services.pool, asking, (client) => readAuditHead(client, organisation), { readOnly: true })
  const lines: string[] = []
  for await (const line of exportAudit(services.pool, asking)) if (lines.length < head.seq) lines.push(line)
  const at = services.now().toISOString()
  lines.push(await printSignedHead({ head, organisation, at }, (bytes) => services.keys.sign(bytes, organisation)))
  await withScope(services.pool, asking, (client) =>
    appendAudit(services, asking, client, { action: 'audit/exported', subject: organisation, detail: { lines: head.seq } }),
  )
  const name = `mimamori-audit-${services.today()}.jsonl`
  return { name, mediaType: 'application/jsonl', bytes: Buffer.from(`${lines.join('\n')}\n`, 'utf8') }
}
