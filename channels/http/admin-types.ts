import { z } from 'zod';
import { doors } from '../access/access-key.ts';
import { surfaceNames } from '../access/surface.ts';
import { roles } from '../accounts/account-tables.ts';
import { fewestDays, keptKindNames, mostDays } from '../retention/kept-kinds.ts';

const moment = z.iso.datetime();
const Changed = z.object({ at: moment, by: z.string(), reason: z.string() }).nullable();

/** Why something is done; it stands in the audit. */
export const ReasonBody = z.strictObject({ reason: z.string().max(200) });

export const accountName = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,31}$/u);

export const ListedAccount = z.object({
  name: z.string(),
  displayName: z.string(),
  role: z.enum(roles),
  district: z.string().nullable(),
  unit: z.string().nullable(),
  createdAt: moment,
  disabledAt: moment.nullable(),
  lastLogInAt: moment.nullable(),
  /** Made at the first start, to try things out; not for real work. */
  isDemo: z.boolean(),
});
export type ListedAccount = z.infer<typeof ListedAccount>;
/** GET /api/admin/accounts; `districts` are those of today, for choosing one. */
export const AccountList = z.object({ items: z.array(ListedAccount), districts: z.array(z.string()) });
export type AccountList = z.infer<typeof AccountList>;
/** What an account is there for; a district or unit of null is the whole city, every unit. */
export const Duty = z.strictObject({
  role: z.enum(roles),
  district: z.string().max(20).nullable(),
  unit: z.string().max(60).nullable(),
});
export type Duty = z.infer<typeof Duty>;
/** POST /api/admin/accounts */
export const NewAccountBody = z.strictObject({ name: accountName, displayName: z.string().max(40), ...Duty.shape });
export type NewAccountBody = z.infer<typeof NewAccountBody>;
/** POST /api/admin/accounts/:name/duty; `from` is the duty that was seen, so that nobody's change is lost unseen. */
export const DutyBody = z.strictObject({ from: Duty, to: Duty, reason: z.string().max(200) });
export type DutyBody = z.infer<typeof DutyBody>;
/** A new password; this answer is the only place where it is shown. */
export const PasswordAnswer = z.object({ name: z.string(), password: z.string() });
export type PasswordAnswer = z.infer<typeof PasswordAnswer>;

export const ListedKey = z.object({
  id: z.string(),
  name: z.string(),
  doors: z.array(z.enum(doors)),
  filesTickets: z.boolean(),
  /** Null for the key that the environment names. */
  createdAt: moment.nullable(),
  createdBy: z.string(),
  lastUsedAt: moment.nullable(),
  revoked: Changed,
});
export type ListedKey = z.infer<typeof ListedKey>;
export const KeyList = z.object({ items: z.array(ListedKey) });
export type KeyList = z.infer<typeof KeyList>;
export const NewKeyBody = z.strictObject({
  name: z.string().max(60),
  doors: z
    .array(z.enum(doors))
    .min(1)
    .max(doors.length)
    .transform((chosen) => [...new Set(chosen)]),
  filesTickets: z.boolean(),
});
export type NewKeyBody = z.input<typeof NewKeyBody>;
/** The secret of a key; this answer is the only place where it is shown. `token` is what goes after `Bearer`. */
export const IssuedKey = z.object({ id: z.string(), secret: z.string(), token: z.string() });
export type IssuedKey = z.infer<typeof IssuedKey>;

export const SurfaceSwitch = z.object({ surface: z.enum(surfaceNames), isOn: z.boolean(), changed: Changed });
export type SurfaceSwitch = z.infer<typeof SurfaceSwitch>;
export const SwitchList = z.object({ items: z.array(SurfaceSwitch) });
export type SwitchList = z.infer<typeof SwitchList>;
export const SwitchBody = z.strictObject({ on: z.boolean(), reason: z.string().max(200) });

const days = z.int().min(fewestDays).max(mostDays);
export const KeptKind = z.enum(keptKindNames);
export const RetentionSetting = z.object({
  kind: KeptKind,
  days: z.int(),
  defaultDays: z.int(),
  changed: Changed,
});
export type RetentionSetting = z.infer<typeof RetentionSetting>;
export const RetentionList = z.object({
  items: z.array(RetentionSetting),
  fewestDays: z.int(),
  mostDays: z.int(),
});
export type RetentionList = z.infer<typeof RetentionList>;
export const RetentionBody = z.strictObject({ days, reason: z.string().max(200) });
export const RetentionQuery = z.strictObject({ days: z.coerce.number().pipe(days) });
/** How much would go tonight if it were kept for `days`. */
export const RetentionPreview = z.object({
  kind: KeptKind,
  days: z.int(),
  rows: z.int(),
  oldest: moment.nullable(),
});
export type RetentionPreview = z.infer<typeof RetentionPreview>;

const beginning = z.string().trim().max(80).optional();
const AuditFilter = {
  actor: beginning,
  action: beginning,
  subject: beginning,
  from: z.iso.datetime({ offset: true }).optional(),
  before: z.iso.datetime({ offset: true }).optional(),
};
/** Texts are beginnings of what is looked for; the latest lines come first. */
export const AuditQuery = z.strictObject({
  ...AuditFilter,
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(50),
});
export const AuditExportQuery = z.strictObject(AuditFilter);
export const AuditLine = z.object({
  id: z.string(),
  at: moment,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditLine = z.infer<typeof AuditLine>;
export const AuditPage = z.object({ items: z.array(AuditLine), total: z.int() });
export type AuditPage = z.infer<typeof AuditPage>;
