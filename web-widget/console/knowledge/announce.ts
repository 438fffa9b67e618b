import { notifications } from '@mantine/notifications';

/** Says briefly that something was done. Without a button to close it: it goes by itself, and needs no name for one. */
export const announce = (message: string): void => void notifications.show({ message, withCloseButton: false });
