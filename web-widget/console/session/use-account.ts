import { useOutletContext } from 'react-router';
import type { Account } from '../../../channels/http/api-types.ts';

/** The account that is logged in; only below `RequireSession`. */
export const useAccount = () => useOutletContext<Account>();
