import { useEffect, useRef, useState } from 'preact/hooks';
import type { MenuLine } from './protocol.ts';

interface MenuProps {
  readonly name: string;
  readonly lines: readonly MenuLine[];
  readonly choose: (line: MenuLine) => void;
}

/** A button that opens a menu as Sheets draws it, by mouse or by the arrow keys. */
export function MenuButton({ name, lines, choose }: MenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false);
    };
    // The grid and the sidebar's frame keep their clicks to themselves: losing the focus also closes.
    window.addEventListener('pointerdown', away, true);
    window.addEventListener('blur', away);
    return () => {
      window.removeEventListener('pointerdown', away, true);
      window.removeEventListener('blur', away);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };

  return (
    <div class="menu" ref={box}>
      <button
        type="button"
        class="menu-button"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setOpen(true);
        }}
      >
        {name}
      </button>
      {open && (
        <MenuList
          name={name}
          lines={lines}
          leave={close}
          choose={(line) => {
            close();
            choose(line);
          }}
        />
      )}
    </div>
  );
}

interface ListProps extends MenuProps {
  readonly leave: () => void;
  readonly inner?: boolean;
}

function MenuList({ name, lines, choose, leave, inner = false }: ListProps) {
  const [opened, setOpened] = useState<MenuLine | null>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => items(list.current)[0]?.focus(), []);

  const keys = (event: KeyboardEvent) => {
    const all = items(list.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const go = (place: number) => all[(place + all.length) % all.length]?.focus();
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Escape' || (event.key === 'ArrowLeft' && inner)) leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class={inner ? 'menu-list inner' : 'menu-list'} role="menu" aria-label={name} ref={list} onKeyDown={keys}>
      {lines.length === 0 && <p class="menu-empty">This add-on has no menu for you.</p>}
      {lines.map((line, place) =>
        line.separator ? (
          <hr key={place} />
        ) : (
          <div key={place} class="menu-line" role="none" onPointerEnter={() => setOpened(line.lines ? line : null)}>
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-haspopup={line.lines ? 'menu' : undefined}
              aria-expanded={line.lines ? opened === line : undefined}
              onClick={() => (line.lines ? setOpened(line) : choose(line))}
              onKeyDown={(event) => {
                if (event.key === 'ArrowRight' && line.lines) setOpened(line);
              }}
            >
              {line.text}
            </button>
            {line.lines && opened === line && (
              <MenuList name={line.text} lines={line.lines} choose={choose} leave={() => setOpened(null)} inner />
            )}
          </div>
        ),
      )}
    </div>
  );
}

const items = (list: HTMLElement | null): HTMLElement[] =>
  list ? [...list.querySelectorAll<HTMLElement>(':scope > .menu-line > [role=menuitem]')] : [];
