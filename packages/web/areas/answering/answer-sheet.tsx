import type { SheetToAnswerView } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../../frame/page.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { useAgreementsByLink, useAskedByLink } from '../vendor-work/index.ts'
import { Colleagues } from './colleagues.tsx'
import { Discussions } from './discussions.tsx'
import { DisputeBox } from './dispute-box.tsx'
import { HandIn } from './hand-in.tsx'
import { ItemCard } from './item-card.tsx'
import { ReceiptList } from './receipt-list.tsx'
import { StandardPart } from './standard-part.tsx'
import { type DraftSaver, type SheetAt, useDraftSaver, useSheet } from './use-sheet.ts'
import { VendorFoot } from './vendor-foot.tsx'
import { LinkTasks } from './vendor-tasks.tsx'
import './answering.css'

/** One sheet as its vendor fills it in: by an account and by a link alike. */
export function AnswerSheet({ at, above, receiptLink, aside }: SheetParts) {
  const { t, say } = useWords()
  const view = useSheet(at)
  const title = view.data?.system === undefined ? t('answer.titleAll') : t('answer.title', { system: view.data.system })
  return (
    <Page
      className="wide"
      title={title}
      above={above}
      beside={
        view.data &&
        t('answer.above', { facility: view.data.facility, edition: say(view.data.edition), year: say(view.data.fiscalYearName) })
      }
      tools={aside}
    >
      <Loaded query={view}>{(loaded) => <Content at={at} view={loaded} receiptLink={receiptLink} />}</Loaded>
    </Page>
  )
}

interface SheetParts {
  readonly at: SheetAt
  readonly above?: ReactNode
  readonly aside?: ReactNode
  readonly receiptLink: (number: string) => ReactNode
}

function Content({ at, view, receiptLink }: Pick<SheetParts, 'at' | 'receiptLink'> & { view: SheetToAnswerView }) {
  const { t, lang } = useWords()
  const saver = useDraftSaver(at, view)
  const today = date(view.today)
  const readOnly = view.isClosed || view.draft.state === 'checking' || view.draft.state === 'submitted'
  const done = view.items.filter(({ item }) => isDone(saver, item)).length
  return (
    <div className="stack loose">
      <p className="row">
        <StateChip state={view.draft.state} />
        <span>{t('answer.progress', { of: view.items.length, done })}</span>
        {view.dueOn !== undefined && <span>{t('answer.due', { date: longDate(view.dueOn, lang) })}</span>}
        {!view.byLink && <Colleagues at={at} />}
      </p>
      {view.isClosed && <p className="box-note">{t('answer.closed')}</p>}
      {view.draft.why !== undefined && <p className="box-differs">{t('draft.sentBack', { why: view.draft.why })}</p>}
      {view.draft.isCorrection && <p className="box-note">{t('draft.correction')}</p>}
      <Trouble view={view} saver={saver} />
      <LinkTasks lines={view.tasks ?? []} />
      {view.byLink && <AskedByLink />}
      <div className="two">
        <div className="stack loose">
          <Discussions at={at} view={view} />
          <section className="stack">
            <h2>{t('answer.owned', { count: view.items.length })}</h2>
            <p className="small second">{t('answer.record')}</p>
            <ol className="stack answer-items">
              {view.items.map((item) => (
                <ItemCard key={item.item} at={at} item={item} saver={saver} today={today} readOnly={readOnly} />
              ))}
            </ol>
          </section>
        </div>
        <div className="stack loose">
          {!view.byLink && !readOnly && <StandardPart at={at} view={view} saver={saver} />}
          <HandIn at={at} view={view} saver={saver} readOnly={readOnly} />
          <ReceiptList receipts={view.receipts} link={receiptLink} />
        </div>
      </div>
      <VendorFoot sees={view.sees} seesNot={view.seesNot} />
    </div>
  )
}

/** Above the sheet of somebody who came by a link: that devices of the client wait for an update, and agreements for an answer. */
function AskedByLink() {
  const { t } = useWords()
  const count = useAskedByLink()
  const agreements = useAgreementsByLink()
  return (
    <>
      {count > 0 && (
        <p className="box-note no-print">
          <Link to="/answer/weaknesses">{t('vendorWeak.asked', { count })}</Link>
        </p>
      )}
      {agreements > 0 && (
        <p className="box-note no-print">
          <Link to="/answer/agreements">{t('vendorAgreements.asked', { count: agreements })}</Link>
        </p>
      )}
    </>
  )
}

function isDone(saver: DraftSaver, item: string): boolean {
  const answer = saver.answerOf(item)
  return answer.answer !== undefined && answer.proposed !== true
}

/** What was not stored, and what a colleague was quicker with. */
function Trouble({ view, saver }: { view: SheetToAnswerView; saver: DraftSaver }) {
  const { t } = useWords()
  return (
    <>
      {saver.disputes.map((dispute) => (
        <DisputeBox key={dispute.part} dispute={dispute} view={view} settle={(whose) => saver.settle(dispute, whose)} />
      ))}
      {saver.problem !== undefined && (
        <div className="card stack" role="alert">
          <p>{t('answer.unsaved')}</p>
          <Problem error={saver.problem} />
          <p>
            <button type="button" className="button" onClick={saver.again}>
              {t('answer.saveAgain')}
            </button>
          </p>
        </div>
      )}
    </>
  )
}
