import { failOnLeaks } from './leak-tracker'

failOnLeaks()
