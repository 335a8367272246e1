export { catalogueOf, type UploadBody } from './catalogue.ts'
export { readUploads, type Upload, writeUpload } from './store.ts'
