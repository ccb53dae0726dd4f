import { Act, View } from './page.tsx';

/** Why somebody cannot work here, instead of everything else. */
export function Refused({ words, again }: { words: string; again?: () => Promise<void> }) {
  return (
    <View
      title="STRIDE Coaching"
      unseen
      foot={
        again && (
          <Act go={again} during="Looking…">
            Look again
          </Act>
        )
      }
    >
      <p class="refusal">{words}</p>
    </View>
  );
}
