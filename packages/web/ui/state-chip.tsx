import { type PlainKey, useWords } from '../text/words.tsx'
import { Sign, type SignName } from './sign.tsx'

interface Look {
  readonly word: PlainKey
  readonly sign: SignName
  readonly look: string
}

/** The status vocabulary of every screen: word, sign, look, in this order of importance. No other file spells a state. */
const looks = {
  yes: { word: 'state.yes', sign: 'circle', look: 'yes' },
  no: { word: 'state.no', sign: 'cross', look: 'no' },
  unanswered: { word: 'state.unanswered', sign: 'square', look: 'empty' },
  unknown: { word: 'state.unknown', sign: 'question', look: 'unknown' },
  'not-applicable': { word: 'state.notApplicable', sign: 'slash', look: 'aside' },
  'other-party': { word: 'state.otherParty', sign: 'between', look: 'aside' },
  'agreed-yes': { word: 'state.agreed', sign: 'equals', look: 'agreed' },
  differs: { word: 'state.differs', sign: 'differs', look: 'differs' },
  'vendor-silent': { word: 'state.waiting', sign: 'dots', look: 'waiting' },
  silent: { word: 'state.waiting', sign: 'dots', look: 'waiting' },
  'no-vendor': { word: 'state.noVendor', sign: 'dash', look: 'bare' },
  'carried-over': { word: 'state.carriedOver', sign: 'dashed', look: 'carried' },
  later: { word: 'state.later', sign: 'clock', look: 'planned' },
  'ask-vendor': { word: 'state.askVendor', sign: 'question', look: 'unknown' },
  planned: { word: 'state.planned', sign: 'clock', look: 'planned' },
  told: { word: 'state.told', sign: 'arrow', look: 'told' },
  begun: { word: 'state.begun', sign: 'pencil', look: 'begun' },
  new: { word: 'state.new', sign: 'plus', look: 'fresh' },
  open: { word: 'state.open', sign: 'square', look: 'empty' },
  again: { word: 'state.again', sign: 'arrow', look: 'differs' },
  covered: { word: 'state.covered', sign: 'equals', look: 'planned' },
  accepted: { word: 'state.accepted', sign: 'clock', look: 'planned' },
  'no-longer-seen': { word: 'state.noLongerSeen', sign: 'dash', look: 'gone' },
  done: { word: 'state.done', sign: 'check', look: 'yes' },
  'given-up': { word: 'state.givenUp', sign: 'slash', look: 'aside' },
  'to-confirm': { word: 'state.toConfirm', sign: 'question', look: 'told' },
  'awaiting-approval': { word: 'state.awaitingApproval', sign: 'clock', look: 'planned' },
  'not-sent': { word: 'state.notSent', sign: 'square', look: 'empty' },
  asked: { word: 'state.waiting', sign: 'dots', look: 'waiting' },
  partial: { word: 'state.partial', sign: 'pencil', look: 'unknown' },
  untouched: { word: 'state.untouched', sign: 'square', look: 'empty' },
  standard: { word: 'state.standard', sign: 'equals', look: 'told' },
  writing: { word: 'state.writing', sign: 'pencil', look: 'begun' },
  checking: { word: 'state.checking', sign: 'clock', look: 'planned' },
  'sent-back': { word: 'state.sentBack', sign: 'arrow', look: 'differs' },
  'word-wanted': { word: 'state.wordWanted', sign: 'differs', look: 'differs' },
  submitted: { word: 'state.submitted', sign: 'check', look: 'yes' },
  returned: { word: 'state.returned', sign: 'check', look: 'yes' },
  'visit-at-facility': { word: 'visits.state.facility', sign: 'dots', look: 'waiting' },
  'visit-at-vendor': { word: 'visits.state.vendor', sign: 'dots', look: 'waiting' },
  'visit-agreed': { word: 'visits.state.agreed', sign: 'check', look: 'yes' },
  'visit-withdrawn': { word: 'visits.state.withdrawn', sign: 'dash', look: 'gone' },
  'contact-waiting': { word: 'newContact.state.waiting', sign: 'dots', look: 'waiting' },
  'contact-accepted': { word: 'newContact.state.accepted', sign: 'check', look: 'yes' },
  'contact-declined': { word: 'newContact.state.declined', sign: 'dash', look: 'gone' },
  unlisted: { word: 'assets.state.unlisted', sign: 'plus', look: 'fresh' },
  conflict: { word: 'assets.state.conflict', sign: 'question', look: 'told' },
  'not-seen': { word: 'assets.state.notSeen', sign: 'dash', look: 'gone' },
  'support-ending': { word: 'assets.state.supportEnding', sign: 'clock', look: 'planned' },
  'support-ended': { word: 'assets.state.supportEnded', sign: 'warning', look: 'differs' },
  spare: { word: 'assets.state.spare', sign: 'slash', look: 'aside' },
  'reached-internet': { word: 'exposure.internet', sign: 'inward', look: 'reached' },
  'reached-remote': { word: 'exposure.remote', sign: 'inward', look: 'reached' },
  'reached-inside': { word: 'exposure.inside', sign: 'between', look: 'aside' },
  'reached-none': { word: 'exposure.none', sign: 'circle', look: 'unreachable' },
  'reached-unknown': { word: 'exposure.unknown', sign: 'question', look: 'empty' },
  'response-new': { word: 'response.new', sign: 'square', look: 'empty' },
  'response-told': { word: 'response.told', sign: 'arrow', look: 'told' },
  'response-accepted': { word: 'response.accepted', sign: 'pencil', look: 'begun' },
  'response-checking': { word: 'response.checking', sign: 'clock', look: 'planned' },
  'response-planned': { word: 'response.planned', sign: 'clock', look: 'planned' },
  'response-done': { word: 'response.done', sign: 'check', look: 'told' },
  'response-proven': { word: 'response.proven', sign: 'check', look: 'yes' },
  'response-not-done': { word: 'response.notDone', sign: 'dots', look: 'waiting' },
  'response-disagreed': { word: 'response.disagreed', sign: 'differs', look: 'differs' },
  'response-workaround': { word: 'response.workaround', sign: 'clock', look: 'planned' },
  'response-risk-accepted': { word: 'response.riskAccepted', sign: 'clock', look: 'planned' },
  'response-not-affected': { word: 'response.notAffected', sign: 'slash', look: 'aside' },
  'risk-open': { word: 'risk.state.open', sign: 'warning', look: 'differs' },
  'risk-stand-in': { word: 'risk.state.standIn', sign: 'between', look: 'told' },
  'risk-unknown': { word: 'risk.state.unknown', sign: 'question', look: 'empty' },
  'risk-covered': { word: 'risk.state.covered', sign: 'check', look: 'yes' },
  'risk-off': { word: 'risk.state.off', sign: 'slash', look: 'aside' },
  'risk-borne': { word: 'risk.state.borne', sign: 'clock', look: 'planned' },
  'control-in-place': { word: 'control.state.inPlace', sign: 'circle', look: 'yes' },
  'control-partly': { word: 'control.state.partly', sign: 'triangle', look: 'differs' },
  'control-no': { word: 'control.state.no', sign: 'cross', look: 'no' },
  'control-off': { word: 'control.state.off', sign: 'slash', look: 'aside' },
  'control-unknown': { word: 'control.state.unknown', sign: 'question', look: 'empty' },
  'agreement-asked': { word: 'agreement.state.asked', sign: 'dots', look: 'waiting' },
  'agreement-answered': { word: 'agreement.state.answered', sign: 'arrow', look: 'told' },
  'agreement-lacks': { word: 'agreement.state.lacks', sign: 'warning', look: 'differs' },
  'agreement-borne': { word: 'agreement.state.borne', sign: 'check', look: 'yes' },
  'agreement-ended': { word: 'agreement.state.ended', sign: 'dash', look: 'gone' },
} satisfies Readonly<Record<string, Look>>

export type StateName = keyof typeof looks

/** A state in one word, with its sign. `days`: how long a reply has been waited for. */
export function StateChip({ state, days }: { state: StateName; days?: number | undefined }) {
  const stateWord = useStateWord()
  const { sign, look } = looks[state]
  return (
    <span className={`chip ${look}`}>
      <Sign name={sign} />
      {stateWord(state, days)}
    </span>
  )
}

/** The sign alone, for narrow cells whose word is in the legend; the word is there for those who cannot see it. */
export function StateSign({ state, days, word = false }: { state: StateName; days?: number | undefined; word?: boolean }) {
  const stateWord = useStateWord()
  return (
    <>
      <Sign name={looks[state].sign} />
      <span className={word ? 'word' : 'hidden-words'}>{stateWord(state, days)}</span>
    </>
  )
}

/** The word of a state, to be put into a sentence. */
export function useStateWord(): (state: StateName, days?: number) => string {
  const { t } = useWords()
  return (state, days) =>
    days !== undefined && looks[state].word === 'state.waiting' ? t('state.waitingDays', { days }) : t(looks[state].word)
}

/** The look of a state as a class name, for cells and squares that show it without a chip. */
export function lookOf(state: StateName): string {
  return looks[state].look
}

/** The state of an answer as it stands in a record. */
export function stateOfAnswer(answer: string | undefined): StateName {
  if (answer === 'yes' || answer === 'no' || answer === 'not-applicable' || answer === 'other-party') return answer
  return 'unanswered'
}
