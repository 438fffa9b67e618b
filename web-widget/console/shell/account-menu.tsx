import { Button, Menu, Text } from '@mantine/core';
import type { Account } from '../../../channels/http/api-types.ts';
import { useLogOut } from '../session/use-session.ts';
import { useWords } from '../words/use-words.tsx';

export function AccountMenu({ account }: { account: Account }) {
  const words = useWords();
  const logOut = useLogOut();
  const reach = [account.district ?? words.wholeCity, account.unit].filter(Boolean).join(' · ');
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" size="compact-md" loading={logOut.isPending}>
          {account.displayName}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="sm" px="sm" py="xs">
          {words.roles[account.role]}
          <br />
          {reach}
        </Text>
        <Menu.Item onClick={() => logOut.mutate()}>{words.shell.logOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
