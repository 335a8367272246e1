export { type CompileFailure, closeCompiler, type Limits } from './compiler.ts'
export { renderExcel } from './excel.ts'
export { renderHtml } from './html.ts'
export { type MadePdf, type PdfOptions, type PdfResult, renderPdf } from './pdf.ts'
