/** NOTE: zod would otherwise try `new Function`, which the page's Content-Security-Policy refuses and reports. */
Reflect.set(globalThis, '__zod_globalConfig', { jitless: true })
