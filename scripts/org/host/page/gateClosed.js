// The combobox would otherwise use ElementInternals, which synthetic shadow does not have.
export default { isOpen: () => false };
