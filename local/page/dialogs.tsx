import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
  readonly width?: number;
}

/** A dialog over the page: it holds the focus, and Escape leaves it. */
export function Dialog({ title, close, children, width = 420 }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="dialog" aria-label={title} ref={dialog} style={{ width: `${width}px` }} onClose={close}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}

/** What a script told the person, to be read and put away. */
export function Alert({ title, text, close }: { title: string; text: string; close: () => void }) {
  return (
    <Dialog title={title || 'STRIDE Coaching'} close={close}>
      <p class="alert-text">{text}</p>
      <div class="dialog-acts">
        <button type="button" class="main-act" onClick={close}>
          OK
        </button>
      </div>
    </Dialog>
  );
}

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly act: string;
  readonly go: () => void;
  readonly close: () => void;
}

/** Asks before something that cannot be undone. */
export function Confirm({ title, text, act, go, close }: ConfirmProps) {
  return (
    <Dialog title={title} close={close}>
      <p class="alert-text">{text}</p>
      <div class="dialog-acts">
        <button type="button" class="quiet-act" onClick={close}>
          Keep it
        </button>
        <button type="button" class="main-act" onClick={go}>
          {act}
        </button>
      </div>
    </Dialog>
  );
}

interface WhenProps {
  readonly title: string;
  readonly act: string;
  readonly day: string;
  readonly time: string;
  readonly go: (day: string, time: string) => void;
  readonly close: () => void;
}

/** Asks for a day and a time. */
export function AskWhen({ title, act, day, time, go, close }: WhenProps) {
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    go(String(said.get('day')), String(said.get('time')));
  };
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={submit}>
        <div class="when">
          <label>
            Day
            <input type="date" name="day" defaultValue={day} required />
          </label>
          <label>
            Time
            <input type="time" name="time" defaultValue={time} required />
          </label>
        </div>
        <div class="dialog-acts">
          <button type="button" class="quiet-act" onClick={close}>
            Leave it
          </button>
          <button type="submit" class="main-act">
            {act}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** A short word in the corner that goes by itself, as SpreadsheetApp's toast does. */
export function Toast({ title, text, close }: { title: string; text: string; close: () => void }) {
  return (
    <div class="notice" role="status">
      <div>
        {title && <strong>{title}</strong>}
        <p>{text}</p>
      </div>
      <button type="button" aria-label="Close this message" onClick={close}>
        ✕
      </button>
    </div>
  );
}
