import type {
  AnswerId,
  CalendarDate,
  DiscussionId,
  EditionId,
  EvidenceId,
  InspectionId,
  InspectionPointId,
  ItemId,
  MessageId,
  RequestId,
  SheetId,
  SystemId,
  TaskId,
  TickId,
  VendorId,
} from '../ids.ts'
import type { ClauseRef, Confidence, Entry, Fact, Text } from '../record.ts'

/** Whose form a sheet is: the facility's own by kind of facility, or a vendor's. */
export type FormAudience = 'facility' | 'pharmacy' | 'checkup-centre' | 'vendor'

/** One filled form (確認用シート) of one party for one fiscal year. */
export interface Sheet extends Entry {
  readonly id: SheetId
  readonly edition: EditionId
  readonly audience: FormAudience
  /** The fiscal year by the year of its April. */
  readonly fiscalYear: number
  /** `not-applicable` on the facility's own sheet. */
  readonly vendor?: Fact<VendorId>
  readonly system?: Fact<SystemId>
  readonly sentOn?: CalendarDate
  readonly dueOn?: CalendarDate
  readonly returnedOn?: CalendarDate
  readonly replyBy?: 'file' | 'paper' | 'screen'
  /** Name of the person who answered, as on the paper. */
  readonly answeredBy?: string
  /** Name of the person who typed a paper answer in; a sheet that has one is marked 「紙の回答を転記」 for ever. */
  readonly typedBy?: string
  readonly scan?: EvidenceId
  /** Set when the year was closed: the sheet is read-only from then on. */
  readonly closedOn?: CalendarDate
}

/** `other-party`: a vendor thinks that the facility owns the item. */
export type AnswerWord = 'yes' | 'no' | 'not-applicable' | 'other-party'

/** The heading of the official form under which an item is printed. */
export type PrintedRow = 'organisation' | 'general' | 'server' | 'client-pc' | 'network'

/** The answer of one sheet to one item; every sheet has one for each of its items from the start. */
export interface Answer extends Entry {
  readonly id: AnswerId
  readonly sheet: SheetId
  readonly item: ItemId
  /** Only where an item is printed more than once and the answers differ; absent = for the whole item. */
  readonly part?: PrintedRow
  readonly answer?: AnswerWord
  /** What is being done about an answer that is not there. */
  readonly pending?: 'ask-vendor' | 'later'
  /** The day on which it was put off. */
  readonly pendingOn?: CalendarDate
  readonly reason?: string
  readonly checkedOn?: CalendarDate
  readonly targetOn?: CalendarDate
  readonly recheckedOn?: CalendarDate
  readonly recheckAnswer?: 'yes' | 'no'
  readonly note?: string
  /** The answer of an earlier year that this one was proposed from; a proposal until `checkedOn` is set. */
  readonly carriedFrom?: AnswerId
}

/** A paper, picture or file that an answer rests on; the bytes are kept by their SHA-256. */
export interface Evidence extends Entry {
  readonly id: EvidenceId
  readonly name: string
  readonly answers?: readonly AnswerId[]
  readonly sha256?: string
  readonly bytes?: number
  readonly mediaType?: string
  /** Where the original can be seen: 「3階サーバ室の棚」. */
  readonly place?: string
  readonly obtainedOn?: CalendarDate
  readonly validUntil?: Fact<CalendarDate>
}

/**
 * `second-contact` and `head-letter`: the steps after reminders. `notice`: told, with the facility's consent, to a body outside.
 * `came-back`: the mail or letter did not arrive.
 */
export type RequestKind = 'request' | 'chase-up' | 'second-contact' | 'head-letter' | 'notice' | 'promise' | 'reply' | 'came-back'

/** `screen`: through the product, by account or code. */
export type RequestWay = 'post' | 'fax' | 'mail' | 'phone' | 'hand' | 'file' | 'screen'

/** One step in asking a vendor for its sheet, or of its reply; together 「依頼と返事の経過」. */
export interface VendorRequest extends Entry {
  readonly id: RequestId
  readonly sheet: SheetId
  readonly kind: RequestKind
  readonly way: RequestWay
  readonly on: CalendarDate
  readonly person?: string
  /** Of a notice: who was told. */
  readonly toBody?: 'association' | 'prefecture' | 'trade-body'
  readonly promisedOn?: CalendarDate
  readonly note?: string
  readonly proof?: EvidenceId
}

/**
 * A difference between the facility and a vendor that both work on in place. It holds only what each side wrote for the other;
 * the vendor sees it because it sees the sheet.
 */
export interface Discussion extends Entry {
  readonly id: DiscussionId
  /** The vendor's sheet. */
  readonly sheet: SheetId
  readonly item: ItemId
  readonly openedOn: CalendarDate
  readonly agreedOn?: CalendarDate
  /** What both sides hold now: the answer, or whose item it is. */
  readonly agreed?: 'yes' | 'no' | 'not-applicable' | 'facility-owns' | 'vendor-owns'
}

/** What one side wrote to the other. */
export interface DiscussionMessage extends Entry {
  readonly id: MessageId
  readonly discussion: DiscussionId
  readonly side: 'facility' | 'vendor'
  readonly by?: string
  readonly on: CalendarDate
  readonly text: string
  readonly evidence?: EvidenceId
}

/** A step of a work card that somebody has done. */
export interface CardTick extends Entry {
  readonly id: TickId
  readonly card: string
  readonly step: string
  readonly item?: ItemId
  readonly doneOn: CalendarDate
  readonly by?: string
}

/** A day of inspection (立入検査) as the facility notes it. The wording of results is the inspector's: free text, no verdict of ours. */
export interface Inspection extends Entry {
  readonly id: InspectionId
  readonly on: CalendarDate
  /** Names as they were given, one line each. */
  readonly inspectors?: string
  readonly present?: string
  readonly remarks?: string
}

/**
 * One point of a day of inspection (指摘・指導の記録): what was looked at, a question with our answer, a paper promised for a
 * day, or guidance given by word of mouth. One with a day to be done by has become work.
 */
export interface InspectionPoint extends Entry {
  readonly id: InspectionPointId
  readonly inspection: InspectionId
  /** Place on the day, 1 first. */
  readonly order: number
  readonly kind: 'seen' | 'question' | 'promise' | 'guidance'
  readonly item?: ItemId
  readonly text: string
  /** Of a question: what was answered. Else what is planned. */
  readonly answer?: string
  readonly dueOn?: CalendarDate
  readonly task?: TaskId
}

export interface ChecklistSlices {
  readonly sheets: readonly Sheet[]
  readonly answers: readonly Answer[]
  readonly evidence: readonly Evidence[]
  readonly requests: readonly VendorRequest[]
  readonly ticks: readonly CardTick[]
  readonly discussions: readonly Discussion[]
  readonly messages: readonly DiscussionMessage[]
  readonly inspections: readonly Inspection[]
  readonly inspectionPoints: readonly InspectionPoint[]
}

/** An edition of a checklist; one without items (令和8年度 until its Excel is loaded) exists all the same. */
export interface Edition {
  readonly id: EditionId
  readonly title: Text
  readonly short: Text
  readonly issuer: Text
  readonly fiscalYear?: number
  readonly issuedOn: string
  readonly validFrom?: CalendarDate
  readonly validTo?: CalendarDate
  readonly audiences: readonly FormAudience[]
  readonly itemsLoaded: boolean
  readonly confidence: Confidence
  readonly sources: readonly string[]
  readonly note?: Text
}

/** One question of an edition. `owners`: the parties whose yes it needs. */
export interface ChecklistItem {
  readonly id: ItemId
  readonly edition: EditionId
  /** As printed: `2-⑤`. */
  readonly number: string
  /** Place in the official order, 1 first. */
  readonly order: number
  readonly topic: string
  readonly section: Text
  readonly rows: readonly PrintedRow[]
  readonly owners: readonly ('facility' | 'vendor')[]
  /** Different at every client of a vendor: answers for a whole product never stand for it. */
  readonly perClient?: true
  /** 参考 in its edition: asked, but not yet due. */
  readonly reference?: true
  /** May stay empty where the facility has no vendor or contract. */
  readonly openWithoutContract?: true
  /** Short statement in the order of the form, our paraphrase. */
  readonly title: Text
  /** The statement printed on papers, where the short one leaves something out. */
  readonly formTitle?: Text
  /** The plain question of the screen. */
  readonly question: Text
  /** What a yes means where the question is asked in the negative. */
  readonly yesMeans?: Text
  readonly whereToLook?: Text
  readonly whyAsked?: Text
  /** The same item on the vendor's form. */
  readonly vendorTitle?: Text
  readonly vendorConfidence?: Confidence
  readonly confidence: Confidence
  readonly refs: readonly ClauseRef[]
  readonly note?: Text
  /** Other wording by audience or size; `omit` where the item cannot apply. */
  readonly variants?: readonly ItemVariant[]
}

export interface ItemVariant {
  readonly for: FormAudience | 'clinic' | 'large-hospital'
  readonly title?: Text
  readonly question?: Text
  readonly whereToLook?: Text
  readonly omit?: true
  readonly note?: Text
}

/** A link between items of two editions; `to` absent = the item has no successor. n:1 and 1:n are several links. */
export interface CrosswalkLink {
  readonly id: string
  readonly from: ItemId
  readonly to?: ItemId
  readonly kind: 'same' | 'wider' | 'narrower' | 'ends'
  readonly confidence: Confidence
  readonly note?: Text
}

/** What stage 1, 2 or 3 asks of one topic; our own judgement, with its reason. */
export interface StageCriterion {
  /** `<topic>:<stage>`. */
  readonly id: string
  readonly topic: string
  readonly stage: 1 | 2 | 3
  /** `nothing`: this stage asks nothing new of the topic, and `reason` says why. */
  readonly needs: 'answered' | 'facility-yes' | 'agreed-yes' | 'evidence' | 'nothing'
  readonly says: Text
  readonly reason: Text
}

/** Which stage a facility of this kind and size aims at. */
export interface StageTarget {
  readonly id: string
  readonly kinds: readonly string[]
  readonly bedsMin?: number
  readonly bedsMax?: number
  readonly stage: 1 | 2 | 3
  readonly reason: Text
}

/** A number of days that a rule measures by, as data. */
export interface Period {
  readonly id: string
  readonly days: number
  readonly reason: Text
}

export interface ChecklistReference {
  readonly editions: readonly Edition[]
  readonly items: readonly ChecklistItem[]
  readonly crosswalk: readonly CrosswalkLink[]
  readonly stages: readonly StageCriterion[]
  readonly stageTargets: readonly StageTarget[]
  readonly periods: readonly Period[]
}

export type JoinedState = 'agreed-yes' | 'no' | 'differs' | 'vendor-silent' | 'no-vendor' | 'not-applicable' | 'unanswered'

/** `silent`: asked or to be asked, nothing there. `carried-over`: a proposal nobody has confirmed. */
export type CellState = AnswerWord | 'unanswered' | 'silent' | 'carried-over'

/** The answer of one party to one item, as it counts. */
export interface JoinedCell {
  readonly sheet: SheetId
  readonly answerId?: AnswerId
  /** Absent for the facility. */
  readonly vendor?: VendorId
  readonly system?: SystemId
  readonly state: CellState
  readonly checkedOn?: CalendarDate
  readonly targetOn?: CalendarDate
  readonly recheckedOn?: CalendarDate
}

/** One item with everybody's answer; `id` is the item's. */
export interface JoinedRow {
  readonly id: ItemId
  readonly number: string
  readonly state: JoinedState
  readonly facility?: JoinedCell
  readonly vendors: readonly JoinedCell[]
}

export interface MissingForStage {
  readonly item: ItemId
  readonly number: string
  readonly criterion: string
  readonly stage: 1 | 2 | 3
}

/** The stage reached; one record, `id` = `level`. `reached` 0 = on the way to stage 1. */
export interface Level {
  readonly id: 'level'
  readonly reached: 0 | 1 | 2 | 3
  readonly next?: 1 | 2 | 3
  readonly target: 1 | 2 | 3
  readonly missing: readonly MissingForStage[]
}

export interface ChecklistDerived {
  /** Sheets that count now: not closed, and of the latest year that has any. */
  readonly sheetsNow: readonly Sheet[]
  readonly joinedRows: readonly JoinedRow[]
  readonly level: readonly Level[]
}
