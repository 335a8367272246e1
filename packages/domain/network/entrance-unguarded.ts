import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { nodeFact } from './path-finding.ts'

/**
 * An entrance at which no firewall stands; the closed network of the eligibility check has its own rules and is left out. A line or a
 * VPN of which nobody knows the device is told of in the register.
 */
export const entranceUnguarded = defineRule({
  id: 'network/entrance-unguarded',
  area: 'network',
  reads: ['entrances', 'networkNodes', 'lines'],
  each: 'entrances',
  evaluate({ networkNodes, lines }, { id, asset, line, exposure, guarded }) {
    if (guarded === 'firewall' || byId(lines, line)?.kind === 'eligibility' || byId(networkNodes, id)?.mobile === 'yes') return
    const isAsked = byId(networkNodes, id)?.remotePath === undefined
    if (asset === undefined && isAsked) return
    const say = asset === undefined ? 'nobody-knows' : guarded
    const grade = exposure === 'internet' ? (guarded === 'unknown' ? 'internet-unknown' : 'internet') : 'other'
    const facts = [nodeFact(id, { networkNodes }), asset === undefined ? nodeFact(id, { networkNodes }) : fact('assets', asset, 'kind')]
    return { subjects: [id, asset], parties: ['facility'], because: [{ say, grade, facts }] }
  },
})
