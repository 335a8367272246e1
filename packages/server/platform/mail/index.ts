export { type Attachment, isMailAddress, type Mailer, makeMailer, type OutgoingMail, oneLine, type Sent } from './mailer.ts'
