import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./Icon.tsx";

export type ButtonLook = {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "s" | "m" | "l";
  wide?: boolean;
};
export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "onClick" | "disabled" | "style"> &
  ButtonLook & {
    children?: ReactNode;
    icon?: IconName;
    onPress?: () => void;
    isDisabled?: boolean | undefined;
    /** Under way: takes no further press and says so through its own words. */
    isPending?: boolean | undefined;
    ref?: Ref<HTMLButtonElement>;
  };

/**
 * The browser's own button: the library's weighs 15 KB on every page. One that is disabled or pending keeps the focus, so that
 * nobody is thrown to the top of the page. As a trigger of the library's menus and popovers take the library's, with buttonClass.
 */
export function Button({
  variant,
  size,
  wide,
  icon,
  className,
  children,
  onPress,
  isDisabled,
  isPending,
  type = "button",
  ...props
}: ButtonProps) {
  const still = isDisabled === true || isPending === true;
  return (
    <button
      {...props}
      type={still ? "button" : type}
      aria-disabled={still || undefined}
      data-disabled={isDisabled || undefined}
      onClick={still ? undefined : onPress}
      className={classes(buttonClass({ variant, size, wide }), isPending && styles["pending"], className)}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A square button that shows an icon alone. */
export function IconButton({
  icon,
  label,
  variant = "quiet",
  className,
  ...props
}: Omit<ButtonProps, "children" | "aria-label"> & { icon: IconName; label: string }) {
  return (
    <Button
      {...props}
      icon={icon}
      variant={variant}
      aria-label={label}
      className={classes(styles["square"], className)}
    />
  );
}

/** The same look for a link or a library button: `<Link className={buttonClass({ variant: "primary" })}>`. */
export function buttonClass({
  variant = "secondary",
  size = "m",
  wide = false,
}: { [K in keyof ButtonLook]: ButtonLook[K] | undefined } = {}): string {
  return classes(styles["button"], styles[variant], styles[size], wide && styles["wide"]);
}
