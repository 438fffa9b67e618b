/** 「1:05」, 「1:02:09」: how long it is from one moment to another, in whole seconds and never below nothing. */
export function talkTime(from: string, to: Date): string {
  const seconds = Math.max(0, Math.floor((to.getTime() - new Date(from).getTime()) / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const twoDigits = (count: number) => String(count).padStart(2, '0');
  return [...(hours > 0 ? [String(hours), twoDigits(minutes)] : [String(minutes)]), twoDigits(seconds % 60)].join(':');
}
