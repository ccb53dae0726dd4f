// What a tag of JSX becomes: the build puts this into every view.
export { Fragment, h } from 'preact';
