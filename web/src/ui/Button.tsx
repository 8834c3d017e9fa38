import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./Icon.tsx";

export type ButtonLook = { variant?: "primary" | "secondary" | "quiet" | "danger"; size?: "s" | "m" | "l"; wide?: boolean };
export type ButtonProps = Omit<AriaButtonProps, "className" | "style"> & ButtonLook & { icon?: IconName; className?: string };

/**
 * A pending button stays focusable, takes no press and says what it is doing through its own words. The library's own pending
 * state is not used: its announcement outlives the button and then names nothing.
 */
export function Button({ variant, size, wide, icon, className, children, isPending, onPress, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      {...(onPress && !isPending && { onPress })}
      {...(isPending && { type: "button" })}
      className={classes(buttonClass({ variant, size, wide }), isPending && styles["pending"], className)}
    >
      {(state) => (
        <>
          {icon && <Icon name={icon} />}
          {typeof children === "function" ? children(state) : children}
        </>
      )}
    </AriaButton>
  );
}

/** A square button that shows an icon alone. */
export function IconButton({ icon, label, size = "m", variant = "quiet", className, ...props }: Omit<ButtonProps, "children" | "aria-label"> & { icon: IconName; label: string }) {
  return (
    <AriaButton {...props} aria-label={label} className={classes(buttonClass({ variant, size }), styles["square"], className)}>
      <Icon name={icon} />
    </AriaButton>
  );
}

/** The same look for a link: `<Link className={buttonClass({ variant: "primary" })}>`. */
export function buttonClass({ variant = "secondary", size = "m", wide = false }: { [K in keyof ButtonLook]: ButtonLook[K] | undefined } = {}): string {
  return classes(styles["button"], styles[variant], styles[size], wide && styles["wide"]);
}
