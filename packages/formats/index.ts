export { type AssetListRead, type AssetListReading, readAssetList } from './asset-list/read.ts'
export { type AssetListOptions, writeAssetList } from './asset-list/write.ts'
export { type Bounce, type BouncedRecipient, looksLikeMail, type ReadBounce, readBounce } from './bounce/read.ts'
export { type FileInput, sizeInWords } from './bytes.ts'
export { type Calendar, type CalendarEntry, writeCalendar } from './calendar/ics.ts'
export { type EditionOptions, type EditionRead, readEditionWorkbook } from './checklist-file/edition.ts'
export { readChecklistFile } from './checklist-file/read.ts'
export { type ToChangesOptions, toChanges } from './checklist-file/to-changes.ts'
export type { AnswerProposal, ChecklistOptions, ChecklistRead, Expected, HeaderFacts, ProposedFields } from './checklist-file/types.ts'
export {
  type SheetFacts,
  type SheetFileOptions,
  type VendorSheetFile,
  type VendorSheetOptions,
  writeSheetFile,
  writeVendorSheet,
} from './checklist-file/write.ts'
export { type CsvFile, type CsvLimits, type CsvOptions, csvLimits, openCsv, readCsvTable } from './csv.ts'
export { type CsvEncoding, type CsvRow, csvText, escapedCell, type WrittenCsv, writeCsv } from './csv-write.ts'
export { type DateOptions, type ReadDate, readFiscalYear, readJapaneseDate } from './dates.ts'
export {
  type Detected,
  detectFileEncoding,
  type Encoding,
  encodeText,
  encodingNames,
  type OutsideCp932,
  outsideCp932,
  readText,
  type Try,
} from './encoding.ts'
export { type ErrorCode, type ErrorText, errorCodes, errorTexts } from './error-texts.ts'
export {
  type FlatProblem,
  flatProblem,
  type Place,
  type Problem,
  type ProblemValues,
  placeInWords,
  problem,
  problemInWords,
  problemOfError,
  UserError,
  userError,
} from './errors.ts'
export { openFeeds } from './feeds/collection.ts'
export { type FeedOptions, openFeed, openFeedBytes } from './feeds/open.ts'
export { recogniseFeed } from './feeds/recognise.ts'
export { type FeedAbout, type FeedItem, type FeedKind, type FeedLimits, type FoundFeed, feedLimits, type OpenFeed } from './feeds/types.ts'
export { folderDoc } from './folder/doc.ts'
export { madeId } from './folder/ids.ts'
export { type FolderRead, type ReadFolderOptions, readFolder, type Skipped } from './folder/read.ts'
export { folderFormat, tables } from './folder/tables.ts'
export { type FolderWritten, folderFiles, type WriteFolderOptions, writeFolder } from './folder/write.ts'
export { type IdsWritten, writeIds } from './folder/write-ids.ts'
export { type UnzipLimits, type Unzipped, unzipInto, unzipLimits, zipFiles } from './folder/zip.ts'
export { printedNumber, readItemNumber } from './item-number.ts'
export { type AnswerMark, readAnswerMark } from './marks.ts'
export { type ReadTables, readTables, type TablesOptions } from './read-tables.ts'
export { type DrawioMapLimits, readDrawioMap } from './scans/drawio/map.ts'
export type { DrawioMap, DrawnBox, DrawnLine, DrawnThing, DrawnZone } from './scans/drawio/map-types.ts'
export { readScanFolder, type ScanFolderRead, scansFolder } from './scans/folder.ts'
export { openScan, readScan, recogniseScan, type ScanRead } from './scans/open.ts'
export { kindOfWord, type RegisterField, registerFields } from './scans/register/fields.ts'
export {
  type LearntHeadings,
  looksLikeRegister,
  proposeRegister,
  type RegisterColumn,
  type RegisterOptions,
  type RegisterProposal,
} from './scans/register/propose.ts'
export { type SkipReason, skipReasons } from './scans/skips.ts'
export {
  type OpenScan,
  type ScanItem,
  type ScanLimits,
  type ScanOptions,
  type SeenAccount,
  type SkippedLine,
  scanLimits,
} from './scans/types.ts'
export { type Cell, columnLetter, type MergedRange, type Table, type TableRow } from './table.ts'
export { foldCompany, foldText, looksLikeHtml } from './text.ts'
export {
  type ColumnProposal,
  headingKey,
  type ListField,
  type ListKind,
  type ListProposal,
  listFields,
  type ProposeOptions,
  proposeList,
  type Remembered,
} from './vendor-list/propose.ts'
export { type ListRead, type Mapping, mappingOf, readList } from './vendor-list/read.ts'
export { type MergeProposal, proposeVendorMerges } from './vendor-names.ts'
export { type XlsxLimits, xlsxLimits } from './xlsx/limits.ts'
export { openWorkbook, type Workbook, type WorkbookOptions } from './xlsx/open.ts'
export { type ColumnLayout, type SheetLayout, type WrittenCell, writeWorkbook } from './xlsx/write.ts'
