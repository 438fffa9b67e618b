import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { homeOf } from '../shell/navigation.ts';
import { useErrorText } from '../words/use-error-text.ts';
import { useWords } from '../words/use-words.tsx';
import { useLogIn, useSession } from './use-session.ts';
import './log-in.css';

export function LogInPage() {
  const words = useWords();
  const session = useSession();
  const [search] = useSearchParams();
  if (session.data) return <Navigate to={toOwnPath(search.get('next')) ?? homeOf(session.data.role)} replace />;
  return (
    <div className="log-in">
      <main>
        <Paper withBorder radius="md" p="xl" className="log-in-card">
          <Stack gap="md">
            <div>
              <Title order={1} size="h2">
                {words.product}
              </Title>
              <Text c="dimmed">{words.logIn.intro}</Text>
            </div>
            <LogInForm />
            <Text size="sm" c="dimmed">
              {words.logIn.demo}
            </Text>
            <LanguageSwitch />
          </Stack>
        </Paper>
      </main>
    </div>
  );
}

/** Only a path of the console itself may be gone on to; anything else in the address is somebody's trick. */
export function toOwnPath(next: string | null): string | null {
  return next && /^\/(?![/\\])/.test(next) ? next : null;
}

function LogInForm() {
  const words = useWords().logIn;
  const errorText = useErrorText();
  const logIn = useLogIn();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    logIn.mutate({ name: name.trim(), password });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {logIn.error && (
          <Alert color="red" role="alert" title={words.failed}>
            {errorText(logIn.error)}
          </Alert>
        )}
        <TextInput
          label={words.name}
          autoComplete="username"
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': words.showPassword }}
        />
        <Button type="submit" size="md" loading={logIn.isPending}>
          {words.submit}
        </Button>
      </Stack>
    </form>
  );
}
