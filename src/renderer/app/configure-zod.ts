import { z } from 'zod'

// Before any schema is made: zod would try whether it may compile code from text, which the page policy forbids.
z.config({ jitless: true })
