import { routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { VendorPlainFrame } from '../../frame/vendor-frame.tsx'
import { useWords } from '../../text/words.tsx'
import { ClientAgreements, ClientWeaknesses } from '../vendor-work/index.ts'
import { AnswerSheet } from './answer-sheet.tsx'
import { Receipt } from './receipt.tsx'
import { TaskOfClient } from './vendor-task.tsx'

const taskHere = getRouteApi('/answer/tasks/$task')
const here = getRouteApi('/answer/receipt/$number')
/** The session knows which sheet. */
const at = { place: 'link', sheet: '-' } as const

/** A sheet, for somebody who came by a link. */
export function LinkSheet() {
  const { t } = useWords()
  return (
    <VendorPlainFrame>
      <AnswerSheet
        at={at}
        aside={<Leave />}
        receiptLink={(number) => (
          <Link to="/answer/receipt/$number" params={{ number }}>
            {t('clients.next.submitted')}
          </Link>
        )}
      />
    </VendorPlainFrame>
  )
}

function Leave() {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = useMutation({
    mutationFn: () => ask(routes.leaveAnswerLink, { body: {} }),
    onSettled: async () => {
      client.removeQueries({ queryKey: ['answering'] })
      client.removeQueries({ queryKey: ['own'] })
      await navigate({ to: '/answer', search: { left: true } })
    },
  })
  return (
    <button type="button" className="button" onClick={() => leave.mutate()}>
      {t('landing.leave')}
    </button>
  )
}

/** What the facility has told of weaknesses and planned updates. */
export function LinkWeaknesses() {
  const { t } = useWords()
  return (
    <VendorPlainFrame>
      <ClientWeaknesses above={<Link to="/answer/sheet">{t('answer.titleAll')}</Link>} aside={<Leave />} />
    </VendorPlainFrame>
  )
}

/** What the facility asks about risks. */
export function LinkAgreements() {
  const { t } = useWords()
  return (
    <VendorPlainFrame>
      <ClientAgreements above={<Link to="/answer/sheet">{t('answer.titleAll')}</Link>} aside={<Leave />} />
    </VendorPlainFrame>
  )
}

/** A task that the facility has handed over. */
export function LinkTask() {
  const { t } = useWords()
  const { task } = taskHere.useParams()
  return (
    <VendorPlainFrame>
      <TaskOfClient place="link" task={task} above={<Link to="/answer/sheet">{t('answer.titleAll')}</Link>} />
    </VendorPlainFrame>
  )
}

export function LinkReceipt() {
  const { t } = useWords()
  const { number } = here.useParams()
  return (
    <VendorPlainFrame>
      <Receipt
        at={at}
        number={number}
        above={
          <p className="small no-print">
            <Link to="/answer/sheet">{t('answer.titleAll')}</Link>
          </p>
        }
      />
    </VendorPlainFrame>
  )
}
