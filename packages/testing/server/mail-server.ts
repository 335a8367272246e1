import { afterAll } from 'vitest'
import { type MailService, startMailService } from '../process/mail-service.ts'

/** A mail server that ends with the test file; a test file asks for it once, at its top level. */
export async function givenMailServer(): Promise<Omit<MailService, 'stop'>> {
  const service = await startMailService()
  afterAll(() => service.stop())
  return service
}
