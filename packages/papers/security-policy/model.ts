import { fiscalYearEnd, fiscalYearName, fiscalYearStart, policyStanding } from '@mimamori/domain'
import { type Context, contextOf, isThere, type PaperInput, peopleWith } from '../paper/context.ts'
import { type Block, facts, gap, heading, list, type Paper, paragraph, sayPlain, small } from '../paper/index.ts'
import { dayWithYear } from '../paper/made.ts'

/** 基本方針 on one page, to be signed by the head; words of ours that a facility can take as they stand. */
export function securityPolicyPaper(input: PaperInput): Paper {
  const at = contextOf(input)
  return {
    kind: 'security-policy',
    lang: at.lang,
    copy: at.copy,
    title: at.t.policy.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: policyBlocks(at),
  }
}

/** The policy of the fiscal year now worked on, with the manager by name and room for the signature, or with who has signed it. */
export function policyBlocks(at: Context, more: { readonly anchor?: string } = {}): readonly Block[] {
  const words = at.t.policy
  const { fiscalYear } = policyStanding({ ...at.slices, asOf: at.asOf })
  const year = fiscalYearName(fiscalYear, at.lang)
  const { us, head } = at
  return [
    heading(1, words.heading, { beside: year, ...(more.anchor !== undefined && { anchor: more.anchor }) }),
    gap(3),
    paragraph(sayPlain(words.lead, { us }), { size: 'lead' }),
    gap(3),
    list(
      'numbers',
      words.points.map((point) => sayPlain(point, { us, head })),
    ),
    gap(6),
    facts([
      [words.manager, managerNames(at)],
      [
        words.holds,
        sayPlain(words.fromTo, {
          from: dayWithYear(fiscalYearStart(fiscalYear), at.lang),
          to: dayWithYear(fiscalYearEnd(fiscalYear), at.lang),
        }),
      ],
    ]),
    { kind: 'fill' },
    small(words.yearly),
    ...signature(at),
  ]
}

function managerNames(at: Context): string {
  const names = peopleWith(at, 'safety-manager')
    .filter((person) => isThere(person, at.asOf))
    .map(({ name, post }) => (post === undefined ? name : sayPlain(at.t.policy.person, { name, post })))
  return names.join(at.t.policy.and) || at.t.policy.nobody
}

/** What was signed on paper and entered is said; the lines for a signature are there all the same, to be signed here. */
function signature(at: Context): readonly Block[] {
  const words = at.t.policy
  const { state, policy } = policyStanding({ ...at.slices, asOf: at.asOf })
  const signer = at.slices.people.find(({ id }) => id === policy?.signedBy)
  const isSigned = state === 'signed' && policy?.signedOn !== undefined && signer !== undefined
  return [
    paragraph(at.facilityName),
    ...(isSigned ? [small(sayPlain(words.entered, { on: dayWithYear(policy.signedOn, at.lang), name: signer.name }))] : []),
    { kind: 'signatures', labels: [words.date, sayPlain(words.sign, { head: at.head })] },
  ]
}
